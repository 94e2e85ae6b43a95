-- title: Get a form to upload a file
-- functions: create_job
local job = app.integrations.cloudconvert.create_job({
  tasks = {
    { operation = "import/upload" },
    { operation = "optimize", input = "import", input_format = "pdf", profile = "web" },
    { operation = "export/url", input = "optimize" }
  }
})

local form = job.tasks[1].result.form
print("Send the file to " .. form.url)
print("with these fields before it:")
dump(form.parameters)
