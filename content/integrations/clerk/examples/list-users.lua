-- title: Find users, and look at one
-- functions: list_users, get_user
local users = app.integrations.clerk.clerk_list_users({
  query = "alex",
  limit = 20
})

local user = app.integrations.clerk.clerk_get_user({
  id = "user_123"
})

for _, found in ipairs(users) do
  print(found.id, found.email_addresses[1].email_address)
end
print(user.first_name .. " " .. user.last_name .. " has the plan " .. user.public_metadata.plan)
