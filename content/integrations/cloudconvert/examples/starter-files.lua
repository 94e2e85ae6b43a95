-- title: List the files that are ready
-- functions: list_tasks
-- starter: 3
local exports = app.integrations.cloudconvert.list_tasks({ operation = "export/url", status = "finished" })
print(#exports.data .. " finished exports")

for _, task in ipairs(exports.data) do
  for _, file in ipairs(task.result.files) do
    print(file.filename, file.url)
  end
end
