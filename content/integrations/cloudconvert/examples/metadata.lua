-- title: Read the metadata of a file
-- functions: create_job, get_job
local cloudconvert = app.integrations.cloudconvert

local job = cloudconvert.create_job({
  tasks = {
    { operation = "import/url", url = "https://example.com/handbook.pdf" },
    { operation = "metadata", input = "import" }
  }
})

repeat
  job = cloudconvert.get_job({ job_id = job.id }).data
until job.status == "finished" or job.status == "error"

for _, task in ipairs(job.tasks) do
  if task.name == "metadata" then
    local metadata = task.result.metadata
    print(metadata.FileName .. " has " .. metadata.PageCount .. " pages, " .. metadata.FileSize)
  end
end
