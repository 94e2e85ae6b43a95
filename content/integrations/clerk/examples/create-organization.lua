-- title: Make an organization, and a member of another
-- functions: create_organization, create_organization_membership, list_organization_memberships
local org = app.integrations.clerk.clerk_create_organization({
  name = "Example Inc",
  created_by = "user_123"
})

app.integrations.clerk.clerk_create_organization_membership({
  organization_id = "org_123",
  user_id = "user_123",
  role = "org:member"
})

print(org.name .. " was made by " .. org.created_by)
for _, member in ipairs(app.integrations.clerk.list_organization_memberships({ organization_id = "org_123" }).data) do
  print(member.public_user_data.identifier, member.role, member.organization.name)
end
