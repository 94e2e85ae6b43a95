-- title: Update Document
-- functions: update_document, query_documents
local result = app.integrations.convex.convex_update_document({
  table = "users",
  document_id = "doc_abc123",
  fields = '{"name": "Jane"}'
})
print("Updated: " .. tostring(result.success))

local user = app.integrations.convex.query_documents({ table = "users", filter = { _id = "doc_abc123" } }).documents[1]
print(user.name .. ", still at " .. user.email)
