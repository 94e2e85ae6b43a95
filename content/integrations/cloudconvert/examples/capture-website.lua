-- title: Capture a website
-- functions: create_job
local result = app.integrations.cloudconvert.create_job({
  tasks = {
    {
      operation = "capture-website",
      url = "https://example.com",
      output_format = "png",
      screen_width = 1280,
      screen_height = 800
    },
    {
      operation = "export/url",
      input = "capture-website"
    }
  }
})

print(result.tasks[1].name .. " of job " .. result.id .. " is " .. result.tasks[1].status)
