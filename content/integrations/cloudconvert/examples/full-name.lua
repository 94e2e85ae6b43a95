-- title: By its full name
-- functions: create_job
local result = app.integrations.cloudconvert.cloudconvert_create_job({
  tasks = {
    { operation = "import/url", url = "https://example.com/logo.svg" },
    { operation = "convert", input = "import", output_format = "png", width = 512 },
    { operation = "export/url", input = "convert" }
  },
  tag = "logos",
  webhook_url = "https://example.com/hooks/cloudconvert"
})
print(result)
