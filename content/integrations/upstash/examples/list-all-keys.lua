-- title: List all keys
-- functions: list_keys
-- List all keys
local result = app.integrations.upstash.list_keys()
print("Total keys: " .. result.count)
