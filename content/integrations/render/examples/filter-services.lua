-- title: Find services by type and region
-- functions: list_services
local found = app.integrations.render.list_services({
  type = { "web_service", "private_service" },
  region = "oregon",
  suspended = "not_suspended",
  include_previews = false
})

for _, svc in ipairs(found.services) do
  print(svc.name .. " - " .. svc.serviceDetails.plan .. " - " .. svc.url)
end
