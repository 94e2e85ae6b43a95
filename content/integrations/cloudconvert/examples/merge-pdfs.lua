-- title: Merge PDFs
-- functions: create_job
local result = app.integrations.cloudconvert.create_job({
  tasks = {
    {
      operation = "import/url",
      url = "https://example.com/page1.pdf",
      filename = "page1.pdf"
    },
    {
      operation = "import/url",
      url = "https://example.com/page2.pdf",
      filename = "page2.pdf"
    },
    {
      operation = "merge",
      input = {"import-1", "import-2"},
      output_format = "pdf"
    },
    {
      operation = "export/url",
      input = "merge"
    }
  }
})

for _, task in ipairs(result.tasks) do
  print(task.name .. ": " .. task.operation)
end
