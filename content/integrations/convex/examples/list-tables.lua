-- title: List Tables
-- functions: list_tables
local result = app.integrations.convex.convex_list_tables({
})

for _, tbl in ipairs(result.tables) do
  print(tbl.name)
end
