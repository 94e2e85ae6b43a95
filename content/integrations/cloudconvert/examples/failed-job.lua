-- title: Say why a job failed
-- functions: list_jobs
local failed = app.integrations.cloudconvert.list_jobs({ status = "error", include = "tasks" })

for _, job in ipairs(failed.data) do
  print(job.tag or job.id)
  for _, task in ipairs(job.tasks) do
    if task.status == "error" then
      print("  " .. task.name .. ": " .. task.code .. ", " .. task.message)
    end
  end
end
