-- title: Look at the newest user
-- functions: list_users, get_user
-- starter: 1
local clerk = app.integrations.clerk

local newest = clerk.list_users({ limit = 1 })[1]
if newest then
  local user = clerk.get_user({ id = newest.id })
  local address = user.email_addresses[1]
  print(user.id, user.first_name or "(no name)", address and address.email_address or "(no e-mail)")
  print("Signed up " .. os.date("!%Y-%m-%d", user.created_at // 1000))
else
  print("This instance has no users yet")
end
