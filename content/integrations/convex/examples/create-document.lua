-- title: Create Document
-- functions: create_document, query_documents
local result = app.integrations.convex.convex_create_document({
  table = "users",
  fields = '{"name": "John", "email": "john@example.com"}'
})
print("Created: " .. tostring(result.success))

-- Convex does not tell the id of a new document; it is the newest one.
local newest = app.integrations.convex.query_documents({ table = "users", limit = 1 }).documents[1]
print(newest._id .. "  " .. newest.name)
