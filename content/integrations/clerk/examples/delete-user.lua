-- title: Delete User
-- functions: delete_user, get_user
local clerk = app.integrations.clerk

local gone = clerk.delete_user({ id = "user_2abc123" })
print(gone.id .. " deleted: " .. tostring(gone.deleted))

local ok, problem = pcall(clerk.get_user, { id = "user_2abc123" })
print(ok, problem.code)
