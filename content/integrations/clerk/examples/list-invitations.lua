-- title: List Invitations
-- functions: list_invitations
local invitations = app.integrations.clerk.list_invitations({
  status = "pending"
})

for _, invitation in ipairs(invitations) do
  print(invitation.email_address .. " since " .. os.date("!%Y-%m-%d", invitation.created_at // 1000))
end
