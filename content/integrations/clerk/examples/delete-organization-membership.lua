-- title: Take a member out of an organization
-- functions: list_organization_memberships, delete_organization_membership
local clerk = app.integrations.clerk

local members = clerk.list_organization_memberships({ organization_id = "org_123", role = "org:member" })
local gone = clerk.delete_organization_membership({
  organization_id = "org_123",
  user_id = members.data[1].public_user_data.user_id
})

print(gone.public_user_data.identifier .. " was " .. gone.role)
print("Left: " .. clerk.list_organization_memberships({ organization_id = "org_123" }).total_count)
