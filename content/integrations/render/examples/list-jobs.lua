-- title: List Jobs
-- functions: list_jobs
local result = app.integrations.render2.list_jobs({
  service_id = "srv-cabc12345678",
  limit = 10
})

for _, job in ipairs(result.jobs) do
  print(job.id .. " - " .. job.status .. " - " .. job.startCommand)
end
