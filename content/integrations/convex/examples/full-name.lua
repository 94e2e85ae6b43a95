-- title: By its full name
-- functions: list_tables
local result = app.integrations.convex.convex_list_tables({})
print(result)
