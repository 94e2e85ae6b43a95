-- title: Invite somebody to the application
-- functions: create_invitation
local invitation = app.integrations.clerk.clerk_create_invitation({
  email_address = "person@example.test",
  redirect_url = "https://example.test/welcome"
})

print(invitation.email_address .. " is " .. invitation.status)
