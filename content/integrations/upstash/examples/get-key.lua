-- title: Get Key
-- functions: get_key
local result = app.integrations.upstash.get_key({
  key = "user:1234:session"
})

if result.value then
  print("Value: " .. result.value)
else
  print("Key not found")
end
