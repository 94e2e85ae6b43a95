-- title: Create a cron job and follow its first deploy
-- functions: create_service, get_deploy
local render = app.integrations.render

local created = render.create_service({
  type = "cron_job",
  name = "weekly-digest",
  repo = "https://github.com/otter-labs/reports",
  root_dir = "weekly",
  runtime = "python",
  build_command = "pip install -r requirements.txt",
  start_command = "python digest.py",
  schedule = "30 7 * * 1",
  owner_id = "tea-ctq4m91u0jms73dcb2vg"
})
print(created.service.name .. " runs at " .. created.service.serviceDetails.schedule)

local first = render.get_deploy({ deploy_id = created.deployId, service_id = created.service.id })
print("First deploy: " .. first.deploy.status)
