-- title: Does the key work?
-- functions: get_current_user
local health = app.integrations.clerk.health_check()

print("Connected: " .. tostring(health.connected))
print("Users shown: " .. #health.data)
