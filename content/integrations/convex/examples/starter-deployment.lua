-- title: Which deployment is this?
-- functions: get_current_user, list_tables
-- starter: 3
local convex = app.integrations.convex
local deployment = convex.get_current_user()

print("Kind: " .. deployment.kind)
print("Project: " .. (deployment.project_name or "not told"))
print("Type: " .. (deployment.deployment_type or "not told"))
print("Tables: " .. convex.list_tables().count)
