-- title: Jobs that have ended
-- functions: list_jobs
local ended = app.integrations.render.list_jobs({
  service_id = "srv-cabc12345678",
  status = { "succeeded", "failed" },
  finished_after = "2026-01-14T00:00:00Z"
}).jobs

for _, job in ipairs(ended) do
  print(job.status .. " at " .. job.finishedAt .. ": " .. job.startCommand)
end
