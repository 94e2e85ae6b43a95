-- title: Deploys that failed this month
-- functions: list_services, list_deploys
local render = app.integrations.render

for _, svc in ipairs(render.list_services({ suspended = "not_suspended" }).services) do
  local failed = render.list_deploys({
    service_id = svc.id,
    status = { "build_failed", "pre_deploy_failed", "update_failed" },
    created_after = "2026-01-01T00:00:00Z"
  }).deploys
  for _, deploy in ipairs(failed) do
    print(svc.name .. ": " .. deploy.status .. ", " .. (deploy.commit.message or deploy.image.ref))
  end
end
