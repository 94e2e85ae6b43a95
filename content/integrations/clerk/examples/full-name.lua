-- title: By its full name
-- functions: count_users
local result = app.integrations.clerk.clerk_count_users({
  banned = false
})
print(result)
