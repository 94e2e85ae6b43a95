-- title: Take an invitation to an organization back
-- functions: list_organization_invitations, revoke_organization_invitation
local clerk = app.integrations.clerk

local pending = clerk.list_organization_invitations({ organization_id = "org_123", status = "pending" })
for _, invitation in ipairs(pending.data) do
  local revoked = clerk.revoke_organization_invitation({
    organization_id = "org_123",
    invitation_id = invitation.id
  })
  print(revoked.email_address .. ": " .. revoked.status)
end
