-- title: Set Key with a lifetime
-- functions: set_key
-- With 60-second TTL
local result = app.integrations.upstash.set_key({
  key = "cache:weather:amsterdam",
  value = '{"temp": 18, "condition": "cloudy"}',
  ex = 60
})

print(result.result .. ", gone in " .. result.ttl .. " seconds")
