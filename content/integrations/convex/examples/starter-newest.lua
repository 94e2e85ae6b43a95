-- title: The newest documents of the first table
-- functions: list_tables, query_documents
-- starter: 2
local convex = app.integrations.convex
local first = convex.list_tables().tables[1]

if first then
  print("Table " .. first.name)
  for _, document in ipairs(convex.query_documents({ table = first.name, limit = 3 }).documents) do
    print(json.encode(document))
  end
else
  print("This deployment has no tables yet")
end
