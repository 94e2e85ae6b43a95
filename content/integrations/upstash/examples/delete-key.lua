-- title: Delete Key
-- functions: delete_key
local result = app.integrations.upstash.delete_key({
  key = "temp:data"
})

print("Deleted: " .. tostring(result.deleted))
