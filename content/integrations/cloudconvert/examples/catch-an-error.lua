-- title: Catch an error
-- functions: create_job
local ok, problem = pcall(app.integrations.cloudconvert.create_job, {
  tasks = {
    { operation = "import/url", url = "https://example.com/my file.pdf" },
    { operation = "convert", input = "import", output_format = "png" }
  }
})

if not ok then
  print(problem.code, problem.status, problem.vendor_code)
  for _, field in ipairs(problem.fields) do
    print(field.name .. ": " .. field.message)
  end
end
