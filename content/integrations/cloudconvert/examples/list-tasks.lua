-- title: List Tasks
-- functions: list_tasks
local result = app.integrations.cloudconvert.list_tasks({
  status = "finished",
  operation = "convert",
  per_page = 10
})

for _, task in ipairs(result.data) do
  print(task.id .. " (" .. task.operation .. "): " .. task.status)
end
