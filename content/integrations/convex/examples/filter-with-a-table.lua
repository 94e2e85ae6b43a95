-- title: Filter with a table
-- functions: query_documents
local convex = app.integrations.convex

local inUtrecht = convex.query_documents({ table = "users", filter = { ["address.city"] = "Utrecht" } })
print("In Utrecht: " .. inUtrecht.documents[1].name)

local byId = convex.query_documents({ table = "users", filter = { _id = "doc_abc123" } })
print("doc_abc123: " .. byId.documents[1].name)
