-- title: Get Table
-- functions: get_table
local result = app.integrations.convex.convex_get_table({
table = "users"
})

print(result.name .. " is " .. result.source)
for _, field in ipairs(result.fields) do
  print("  " .. field.name .. (field.optional and "?" or "") .. ": " .. field.type)
end
