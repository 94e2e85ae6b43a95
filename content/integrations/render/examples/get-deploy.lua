-- title: Get Deploy
-- functions: get_deploy
local result = app.integrations.render2.get_deploy({ deploy_id = "dep-cabc12345678" })
local d = result.deploy
print(d.status .. " - " .. d.commit.id .. ": " .. d.commit.message)
