-- title: List Organization Memberships
-- functions: list_organization_memberships
local members = app.integrations.clerk.list_organization_memberships({
  organization_id = "org_123",
  order_by = "first_name"
})

for _, member in ipairs(members.data) do
  print(member.public_user_data.identifier, member.role)
end
print("In all: " .. members.total_count)
