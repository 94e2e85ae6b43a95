-- title: List the databases, and open the first
-- functions: list_databases, get_database
-- starter: 3
local upstash = app.integrations.upstash
local databases = upstash.list_databases({})
print(#databases .. " databases")

for _, database in ipairs(databases) do
  print(database.database_name, database.primary_region, database.state)
end

local first = databases[1]
if first then
  local database = upstash.get_database({ id = first.database_id })
  print(database.database_name .. " answers at " .. database.endpoint)
end
