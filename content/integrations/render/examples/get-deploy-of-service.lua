-- title: Get Deploy with one request
-- functions: get_deploy
local deploy = app.integrations.render.get_deploy({
  deploy_id = "dep-cabc12345678",
  service_id = "srv-cabc12345678"
}).deploy

print(deploy.status .. ", started by " .. deploy.trigger)
print("From " .. deploy.startedAt .. " to " .. deploy.finishedAt)
