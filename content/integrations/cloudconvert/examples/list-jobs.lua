-- title: List Jobs
-- functions: list_jobs
local result = app.integrations.cloudconvert.list_jobs({
  status = "finished",
  per_page = 10
})

for _, job in ipairs(result.data) do
  print(job.id .. " - " .. job.status)
end
