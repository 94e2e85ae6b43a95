-- title: Copy keys from one database to another
-- functions: list_keys, get_key, set_key
local from = app.integrations.upstash.production
local to = app.integrations.upstash.staging

for _, key in ipairs(from.list_keys({ pattern = "config:*" }).keys) do
  local copy = to.set_key({ key = key, value = from.get_key({ key = key }).value })
  print(copy.key .. " = " .. copy.value)
end
