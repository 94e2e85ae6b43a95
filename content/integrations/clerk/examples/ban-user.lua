-- title: Ban a user, and lift the ban
-- functions: ban_user, unban_user, list_sessions
local clerk = app.integrations.clerk

local user = clerk.ban_user({ user_id = "user_123" })
print("Banned: " .. tostring(user.banned))
print("Active sessions: " .. #clerk.list_sessions({ user_id = "user_123", status = "active" }))

user = clerk.unban_user({ user_id = "user_123" })
print("Banned: " .. tostring(user.banned))
