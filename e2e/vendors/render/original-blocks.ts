// The Lua blocks of the original page of Render. The one that was made from metadata is beside them, as full-name.lua:
// without its made-up cursor, as Render takes none but those that it gave.
import { type OriginalBlock } from '../original-block.ts'

const render = (example: string, lua: string, rest: Partial<OriginalBlock> = {}): OriginalBlock => ({
  integration: 'render',
  example,
  lua,
  ...rest,
})

export const originalBlocks: OriginalBlock[] = [
  render(
    'list-services',
    `local result = app.integrations.render2.list_services({
  limit = 50
})

for _, svc in ipairs(result.services) do
  print(svc.name .. " (" .. svc.type .. ") - " .. svc.status)
end`,
    { reads: { list_services: ['services[].name', 'services[].type', 'services[].status'] } },
  ),
  render(
    'get-service',
    `local result = app.integrations.render2.get_service({ service_id = "srv-cabc12345678" })
local svc = result.service
print(svc.name .. " - " .. svc.type .. " - " .. svc.url)`,
    { reads: { get_service: ['service.name', 'service.type', 'service.url'] } },
  ),
  render(
    'create-service',
    `local result = app.integrations.render2.create_service({
  type = "web_service",
  name = "my-api",
  repo = "https://github.com/myorg/my-api",
  branch = "main",
  region = "oregon",
  plan = "starter",
  build_command = "npm run build",
  start_command = "npm start",
  env_vars = {
    NODE_ENV = "production"
  }
})

print("Created service: " .. result.service.id)`,
    {
      corrected: 'names the runtime, without which Render creates no web service, and prints the first deploy as well',
      reads: { create_service: ['service.id'] },
    },
  ),
  render(
    'list-deploys',
    `local result = app.integrations.render2.list_deploys({
  service_id = "srv-cabc12345678",
  limit = 10
})

for _, deploy in ipairs(result.deploys) do
  print(deploy.id .. " - " .. deploy.status .. " - " .. (deploy.commit.message or ""))
end`,
    { reads: { list_deploys: ['deploys[].id', 'deploys[].status', 'deploys[].commit.message'] } },
  ),
  render(
    'get-deploy',
    `local result = app.integrations.render2.get_deploy({ deploy_id = "dep-cabc12345678" })
local d = result.deploy
print(d.status .. " - " .. d.commit.id .. ": " .. d.commit.message)`,
    { reads: { get_deploy: ['deploy.status', 'deploy.commit.id', 'deploy.commit.message'] } },
  ),
  render(
    'list-jobs',
    `local result = app.integrations.render2.list_jobs({
  service_id = "srv-cabc12345678",
  limit = 10
})

for _, job in ipairs(result.jobs) do
  print(job.id .. " - " .. job.status .. " - " .. job.startCommand)
end`,
    { reads: { list_jobs: ['jobs[].id', 'jobs[].status', 'jobs[].startCommand'] } },
  ),
  render(
    'get-current-user',
    `local result = app.integrations.render2.get_current_user({})
print("Account: " .. result.email .. " (" .. result.id .. ")")`,
    { reads: { get_current_user: ['email', 'id'] } },
  ),
  render(
    'several-accounts',
    `-- Default account (always works)
app.integrations.render2.list_services({})

-- Explicit default (portable across setups)
app.integrations.render2.default.list_services({})

-- Named accounts
app.integrations.render2.production.list_services({})
app.integrations.render2.staging.list_services({})`,
    { corrected: 'prints how many services each account has, so that something is seen' },
  ),
]
