-- title: Create Organization Membership
-- functions: create_organization_membership
local membership = app.integrations.clerk.create_organization_membership({
  organization_id = "org_123",
  user_id = "user_123",
  role = "org:admin",
  public_metadata = { team = "design" }
})

print(membership.public_user_data.identifier .. " is " .. membership.role .. " of " .. membership.organization.name)
print("Team: " .. membership.public_metadata.team)
