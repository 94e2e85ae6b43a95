-- title: The newest deploys of the first service
-- functions: list_services, list_deploys
-- starter: 2
local render = app.integrations.render
local first = render.list_services({ limit = 1 }).services[1]

if first then
  print("Service: " .. first.name)
  for _, deploy in ipairs(render.list_deploys({ service_id = first.id, limit = 5 }).deploys) do
    print("  " .. (deploy.status or "?") .. " - " .. (deploy.commit.message or "an image"))
  end
else
  print("The key opens no service yet")
end
