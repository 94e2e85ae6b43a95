-- title: List Organization Invitations
-- functions: list_organization_invitations
local invitations = app.integrations.clerk.list_organization_invitations({
  organization_id = "org_123",
  status = "pending"
})

for _, invitation in ipairs(invitations.data) do
  print(invitation.email_address .. " as " .. invitation.role)
end
print("Pending: " .. invitations.total_count)
