-- title: Get Current User
-- functions: get_current_user
local result = app.integrations.render2.get_current_user({})
print("Account: " .. result.email .. " (" .. result.id .. ")")
