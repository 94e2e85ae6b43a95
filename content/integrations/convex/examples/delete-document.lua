-- title: Delete Document
-- functions: delete_document
local result = app.integrations.convex.convex_delete_document({
  table = "users",
  document_id = "doc_abc123"
})
print("Deleted: " .. tostring(result.success))

local again, problem = pcall(app.integrations.convex.delete_document, { table = "users", document_id = "doc_abc123" })
print("Deleted again: " .. tostring(again) .. ", " .. problem.code)
