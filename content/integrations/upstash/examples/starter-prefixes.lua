-- title: Count the keys by their prefix
-- functions: list_keys
-- starter: 2
local counts, prefixes = {}, {}
for _, key in ipairs(app.integrations.upstash.list_keys({}).keys) do
  local prefix = key:match("^(.-):") or "(none)"
  if not counts[prefix] then
    prefixes[#prefixes + 1] = prefix
  end
  counts[prefix] = (counts[prefix] or 0) + 1
end

table.sort(prefixes)
print(#prefixes .. " prefixes")
for _, prefix in ipairs(prefixes) do
  print(prefix, counts[prefix])
end
