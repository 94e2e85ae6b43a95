-- title: Catch an error
-- functions: create_user
local ok, problem = pcall(app.integrations.clerk.create_user, {
  email_address = "alex.rivera@example.com",
  skip_password_requirement = true
})

if not ok then
  print(problem.code, problem.status, problem.vendor_code)
  for _, field in ipairs(problem.fields) do
    print(field.name .. ": " .. field.message)
  end
end
