-- title: What is in this deployment?
-- functions: list_tables, get_table
-- starter: 1
local convex = app.integrations.convex
local tables = convex.list_tables().tables
print(#tables .. " tables")

for _, tbl in ipairs(tables) do
  local known = convex.get_table({ table = tbl.name })
  print(tbl.name .. ": " .. #known.fields .. " fields, " .. known.source)
end
