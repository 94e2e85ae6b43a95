-- title: Get Current User
-- functions: get_current_user
local user = app.integrations.cloudconvert.get_current_user({})

print("User: " .. user.data.username)
print("Credits: " .. user.data.credits)
