-- title: What is in this deployment?
-- functions: list_tables, get_table
-- starter: 1
local convex = app.integrations.convex
local found = convex.list_tables()

print(found.count .. " tables")
for i = 1, math.min(found.count, 10) do
  local known = convex.get_table({ table = found.tables[i].name })
  print("  " .. known.name .. ": " .. #known.fields .. " fields, " .. known.source)
end
