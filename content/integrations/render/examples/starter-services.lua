-- title: What runs on Render
-- functions: list_services
-- starter: 1
local services = app.integrations.render.list_services({ limit = 100 }).services

print("Services: " .. #services)
for _, svc in ipairs(services) do
  print("  " .. svc.name .. " - " .. svc.type .. " - " .. (svc.url or "no address"))
end
