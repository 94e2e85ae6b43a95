-- title: Create a worker from an image
-- functions: create_service, get_service
local render = app.integrations.render

local created = render.create_service({
  type = "background_worker",
  name = "mail-worker",
  image = "ghcr.io/otter-labs/mail-worker:1.8.0",
  start_command = "worker --queue mail",
  plan = "standard",
  num_instances = 2,
  env_vars = { QUEUE = "mail", BATCH = 50 },
  generated_env_vars = { "SIGNING_SECRET" }
})

local worker = render.get_service({ service_id = created.service.id }).service
print(worker.name .. " runs " .. worker.imagePath)
print("Instances: " .. worker.serviceDetails.numInstances)
