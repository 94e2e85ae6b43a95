-- title: Wait for a job and print its links
-- functions: create_job, get_job
local cloudconvert = app.integrations.cloudconvert

local function pause(seconds)
  local over = os.time() + seconds
  while os.time() < over do
  end
end

local id = cloudconvert.create_job({
  tag = "report",
  tasks = {
    { operation = "import/url", url = "https://example.com/report.docx" },
    { operation = "convert", input = "import", output_format = "pdf" },
    { operation = "export/url", input = "convert" }
  }
}).id

local job
for look = 1, 20 do
  job = cloudconvert.get_job({ job_id = id }).data
  print("look " .. look .. ": " .. job.status)
  if job.status == "finished" or job.status == "error" then
    break
  end
  pause(1)
end

for _, task in ipairs(job.tasks) do
  if task.operation == "export/url" and task.status == "finished" then
    for _, file in ipairs(task.result.files) do
      print(file.filename, file.size .. " bytes", file.url)
    end
  end
end
