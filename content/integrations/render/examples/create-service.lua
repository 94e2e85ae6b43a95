-- title: Create Service
-- functions: create_service
local result = app.integrations.render2.create_service({
  type = "web_service",
  name = "my-api",
  repo = "https://github.com/myorg/my-api",
  branch = "main",
  region = "oregon",
  plan = "starter",
  runtime = "node",
  build_command = "npm run build",
  start_command = "npm start",
  env_vars = {
    NODE_ENV = "production"
  }
})

print("Created service: " .. result.service.id)
print("First deploy: " .. result.deployId)
