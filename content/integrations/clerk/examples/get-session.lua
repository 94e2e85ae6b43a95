-- title: Get Session
-- functions: get_session
local session = app.integrations.clerk.get_session({
  session_id = "sess_123"
})

print(session.id .. " of " .. session.user_id .. " is " .. session.status)
print("Ends " .. os.date("!%Y-%m-%d", session.expire_at // 1000))
