-- title: By its full name
-- functions: get_key
local result = app.integrations.upstash.upstash_get_key({
  key = "example_key"
})
print(result)
