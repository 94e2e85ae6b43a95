-- title: Multi-Account Usage
-- functions: query_documents, create_document
local signIns = { table = "events", filter = { type = "sign_in" } }

-- Default account (always works)
print("default: " .. #app.integrations.convex.query_documents(signIns).documents)

-- Explicit default (portable across setups)
print("default: " .. #app.integrations.convex.default.query_documents(signIns).documents)

-- Named accounts
app.integrations.convex.staging.create_document({
  table = "events",
  fields = { type = "sign_in", user = "test@example.com", ok = true },
})
print("staging: " .. #app.integrations.convex.staging.query_documents(signIns).documents)
print("production: " .. #app.integrations.convex.production.query_documents(signIns).documents)
