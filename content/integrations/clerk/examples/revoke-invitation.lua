-- title: Take an invitation to the application back
-- functions: list_invitations, revoke_invitation
local clerk = app.integrations.clerk

local invitation = clerk.list_invitations({ status = "pending" })[1]
local revoked = clerk.revoke_invitation({ invitation_id = invitation.id })
print(revoked.email_address .. ": " .. revoked.status)
