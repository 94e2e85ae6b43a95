-- title: Get Database
-- functions: get_database
local db = app.integrations.upstash.get_database({
  id = "abc12345-xxxx-yyyy-zzzz"
})

print("Name: " .. db.database_name)
print("Region: " .. db.region)
print("Endpoint: " .. db.endpoint)
