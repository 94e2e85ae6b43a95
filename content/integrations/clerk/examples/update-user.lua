-- title: Update User
-- functions: update_user
local user = app.integrations.clerk.update_user({
  id = "user_123",
  first_name = "Alexis",
  username = "alexis"
})

print(user.first_name .. " " .. user.last_name .. ", " .. user.username)
