-- title: Update Organization
-- functions: update_organization
local org = app.integrations.clerk.update_organization({
  organization_id = "org_123",
  name = "Northwind Studio & Friends",
  max_allowed_memberships = 25
})

print(org.name .. ", at most " .. org.max_allowed_memberships .. " members")
