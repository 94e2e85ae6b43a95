-- title: Catch an error
-- functions: create_document
local ok, problem = pcall(app.integrations.convex.create_document, {
  table = "users",
  fields = { name = "Jane", status = "sleepy" },
})

if not ok then
  print(problem.code, problem.status)
  print(problem.hint)
end
