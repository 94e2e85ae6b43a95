-- title: Revoke Session
-- functions: revoke_session
local session = app.integrations.clerk.revoke_session({
  session_id = "sess_123"
})

print(session.id .. " is " .. session.status)
