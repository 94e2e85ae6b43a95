-- title: List Deploys
-- functions: list_deploys
local result = app.integrations.render2.list_deploys({
  service_id = "srv-cabc12345678",
  limit = 10
})

for _, deploy in ipairs(result.deploys) do
  print(deploy.id .. " - " .. deploy.status .. " - " .. (deploy.commit.message or ""))
end
