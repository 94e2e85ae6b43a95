-- title: List Services
-- functions: list_services
local result = app.integrations.render2.list_services({
  limit = 50
})

for _, svc in ipairs(result.services) do
  print(svc.name .. " (" .. svc.type .. ") - " .. svc.status)
end
