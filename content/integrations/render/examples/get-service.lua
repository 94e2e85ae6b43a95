-- title: Get Service
-- functions: get_service
local result = app.integrations.render2.get_service({ service_id = "srv-cabc12345678" })
local svc = result.service
print(svc.name .. " - " .. svc.type .. " - " .. svc.url)
