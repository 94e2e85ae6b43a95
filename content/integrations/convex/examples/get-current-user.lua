-- title: Get Current User
-- functions: get_current_user
local result = app.integrations.convex.convex_get_current_user({
})

print("Project: " .. result.project_name)
print("Deployment: " .. result.reference .. " (" .. result.deployment_type .. ")")
