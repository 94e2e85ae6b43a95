-- title: Create User
-- functions: create_user
local user = app.integrations.clerk.create_user({
  email_address = { "mira.lindt@example.com" },
  first_name = "Mira",
  last_name = "Lindt",
  skip_password_requirement = true,
  public_metadata = { plan = "trial" }
})

print(user.first_name .. " " .. user.last_name .. ": " .. user.email_addresses[1].email_address)
print("Plan: " .. user.public_metadata.plan)
