-- title: Catch an error
-- functions: get_key
local ok, problem = pcall(app.integrations.upstash.get_key, { key = "queue:mail" })

if not ok then
  print(problem.code, problem.status)
  print(problem.message)
end
