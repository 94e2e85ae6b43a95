-- title: List the active sessions of a user, and end one
-- functions: list_sessions, revoke_session
local active = app.integrations.clerk.clerk_list_sessions({
  user_id = "user_123",
  status = "active"
})

app.integrations.clerk.clerk_revoke_session({
  session_id = "sess_123"
})

print(#active .. " active before")
for _, session in ipairs(app.integrations.clerk.list_sessions({ user_id = "user_123", status = "active" })) do
  print("Still active: " .. session.id)
end
