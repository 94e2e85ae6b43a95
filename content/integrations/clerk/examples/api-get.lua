-- title: Raw GET: the sessions of a user
-- functions: api_get
local sessions = app.integrations.clerk.clerk_api_get({
  path = "/sessions",
  query = {
    user_id = "user_123"
  }
})

for _, session in ipairs(sessions) do
  print(session.id .. " is " .. session.status)
end
