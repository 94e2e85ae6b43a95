-- title: Convert a PDF to PNG
-- functions: create_job
local result = app.integrations.cloudconvert.create_job({
  tasks = {
    {
      operation = "import/url",
      url = "https://example.com/document.pdf",
      filename = "document.pdf"
    },
    {
      operation = "convert",
      input = "import",
      output_format = "png"
    },
    {
      operation = "export/url",
      input = "convert"
    }
  }
})

local jobId = result.id
print("Job created: " .. jobId)
