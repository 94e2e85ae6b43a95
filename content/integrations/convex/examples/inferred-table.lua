-- title: A table without a schema
-- functions: get_table
local events = app.integrations.convex.get_table({ table = "events" })

print(events.name .. " is " .. events.source .. ", indexes: " .. #events.indexes)
for _, field in ipairs(events.fields) do
  print("  " .. field.name .. (field.optional and "?" or "") .. ": " .. field.type)
end
