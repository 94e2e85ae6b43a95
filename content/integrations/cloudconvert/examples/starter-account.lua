-- title: Credits and the newest jobs
-- functions: get_current_user, list_jobs
-- starter: 1
local cloudconvert = app.integrations.cloudconvert
local user = cloudconvert.get_current_user({}).data
print(user.username .. " has " .. user.credits .. " credits")

local jobs = cloudconvert.list_jobs({ per_page = 5 }).data
print(#jobs .. " newest jobs")
for _, job in ipairs(jobs) do
  print(job.created_at, job.status, job.tag or job.id)
end
