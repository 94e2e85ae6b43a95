-- title: Invite somebody to an organization
-- functions: create_organization_invitation
local invitation = app.integrations.clerk.create_organization_invitation({
  organization_id = "org_123",
  email_address = "kai.winter@example.org",
  role = "org:member",
  inviter_user_id = "user_2abc123",
  expires_in_days = 7
})

print(invitation.email_address .. " is invited by " .. invitation.public_inviter_data.first_name)
print("Until " .. os.date("!%Y-%m-%d", invitation.expires_at // 1000))
