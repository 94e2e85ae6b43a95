-- title: Get Current User
-- functions: get_current_user
local team = app.integrations.upstash.get_current_user()

print("Team: " .. team.name)
print("Team id: " .. team.team_id)
print("Teams of the account: " .. #team.teams)
