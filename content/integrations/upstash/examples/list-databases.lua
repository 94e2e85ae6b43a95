-- title: List Databases
-- functions: list_databases
local databases = app.integrations.upstash.list_databases()

for _, db in ipairs(databases) do
  print(db.database_name .. " — " .. db.region .. " — " .. db.endpoint)
end
