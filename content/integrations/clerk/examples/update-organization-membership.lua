-- title: Change the role of a member
-- functions: list_organization_memberships, update_organization_membership
local clerk = app.integrations.clerk

local members = clerk.list_organization_memberships({ organization_id = "org_123", role = "org:member" })
local user = members.data[1].public_user_data

local changed = clerk.update_organization_membership({
  organization_id = "org_123",
  user_id = user.user_id,
  role = "org:admin"
})
print(user.identifier .. " is " .. changed.role .. " now")
