-- title: Sessions with their total
-- functions: list_sessions
local page = app.integrations.clerk.list_sessions({
  user_id = "user_123",
  limit = 2,
  paginated = true
})

print(#page.data .. " of " .. page.total_count)
for _, session in ipairs(page.data) do
  print(session.id, session.status)
end
