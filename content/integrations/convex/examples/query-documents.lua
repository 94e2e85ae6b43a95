-- title: Query Documents
-- functions: query_documents
local result = app.integrations.convex.convex_query_documents({
  table = "users",
  filter = '{"status": "active"}',
  limit = 50
})

for _, user in ipairs(result.documents) do
  print(user._id .. "  " .. user.name)
end
print(result.is_done and "That was all" or "More follows")
