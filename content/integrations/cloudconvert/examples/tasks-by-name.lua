-- title: Tasks by name, one input for several
-- functions: create_job
local job = app.integrations.cloudconvert.create_job({
  tasks = {
    ["the-video"] = { operation = "import/url", url = "https://example.com/talk.mp4" },
    ["poster"] = { operation = "thumbnail", input = "the-video", output_format = "jpg", width = 1280, fit = "max" },
    ["for-the-web"] = { operation = "convert", input = "the-video", output_format = "webm" },
    ["both"] = { operation = "archive", input = { "poster", "for-the-web" }, output_format = "zip" },
    ["download"] = { operation = "export/url", input = "both" }
  }
})

for _, task in ipairs(job.tasks) do
  print(task.name, task.operation)
end
