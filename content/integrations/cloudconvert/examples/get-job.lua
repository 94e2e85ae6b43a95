-- title: Get Job
-- functions: get_job
local job = app.integrations.cloudconvert.get_job({
  job_id = "bf2d7ls9o63e6o6klql3be6syo"
})

print("Status: " .. job.data.status)
for _, task in ipairs(job.data.tasks) do
  print(task.name .. " (" .. task.operation .. "): " .. task.status)
end
