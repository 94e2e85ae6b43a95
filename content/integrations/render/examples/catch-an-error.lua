-- title: Catch an error
-- functions: get_service
local ok, problem = pcall(app.integrations.render.get_service, { service_id = "srv-gone" })

if not ok then
  print(problem.code, problem.status)
  print(problem.message)
end
