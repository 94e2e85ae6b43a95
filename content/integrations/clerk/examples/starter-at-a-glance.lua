-- title: The instance at a glance
-- functions: count_users, list_invitations, list_users, list_sessions
-- starter: 3
local clerk = app.integrations.clerk

print("Users: " .. clerk.count_users().total_count)
print("Banned: " .. clerk.count_users({ banned = true }).total_count)
print("Pending invitations: " .. clerk.list_invitations({ status = "pending", paginated = true }).total_count)

local latest = clerk.list_users({ order_by = "-last_sign_in_at", limit = 1 })[1]
if latest then
  local active = clerk.list_sessions({ user_id = latest.id, status = "active", paginated = true })
  print("Active sessions of " .. latest.id .. ": " .. active.total_count)
end
