-- title: List Keys
-- functions: list_keys
local result = app.integrations.upstash.list_keys({
  pattern = "user:*"
})

print("Found " .. result.count .. " keys")
for _, key in ipairs(result.keys) do
  print("  " .. key)
end
