-- title: Look at the first keys
-- functions: list_keys, get_key
-- starter: 1
local upstash = app.integrations.upstash
local found = upstash.list_keys({})
print(found.count .. " keys")

for at = 1, math.min(found.count, 5) do
  local key = found.keys[at]
  -- A list, hash or set is no string: Redis refuses to read it as one.
  local ok, answer = pcall(upstash.get_key, { key = key })
  print(key, ok and answer.value or "(" .. answer.message .. ")")
end
