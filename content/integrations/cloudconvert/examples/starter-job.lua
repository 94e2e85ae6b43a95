-- title: Look into the newest job
-- functions: list_jobs, get_job
-- starter: 2
local cloudconvert = app.integrations.cloudconvert
local newest = cloudconvert.list_jobs({ per_page = 1 }).data[1]
print(newest and "The newest job is " .. newest.id or "No job in the last 24 hours")

if newest then
  for _, task in ipairs(cloudconvert.get_job({ job_id = newest.id }).data.tasks) do
    print(task.name, task.operation, task.status, task.message or "")
  end
end
