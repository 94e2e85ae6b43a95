-- title: Create Task
-- functions: create_task
local file = app.integrations.cloudconvert.create_task({
  operation = "import/url",
  payload = { url = "https://example.com/report.docx", filename = "report.docx" }
})

local task = app.integrations.cloudconvert.create_task({
  operation = "convert",
  payload = {
    output_format = "pdf",
    input_format = "docx",
    optimize_print = true
  },
  name = "my-conversion",
  input = file.data.id
})

print("Task ID: " .. task.data.id)
