-- title: Get User
-- functions: get_user
local user = app.integrations.clerk.get_user({
  id = "user_2abc123"
})

for _, address in ipairs(user.email_addresses) do
  if address.id == user.primary_email_address_id then
    print(user.first_name .. " <" .. address.email_address .. ">")
  end
end
print("Two factors: " .. tostring(user.two_factor_enabled))
print("Banned: " .. tostring(user.banned) .. ", locked: " .. tostring(user.locked))
