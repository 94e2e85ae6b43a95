-- title: Lock a user for a time, and unlock
-- functions: lock_user, unlock_user
local clerk = app.integrations.clerk

local user = clerk.lock_user({ user_id = "user_123" })
print("Locked: " .. tostring(user.locked) .. ", for " .. user.lockout_expires_in_seconds .. " seconds")

user = clerk.unlock_user({ user_id = "user_123" })
print("Locked: " .. tostring(user.locked))
