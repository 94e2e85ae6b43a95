-- title: Workspaces of the key
-- functions: get_current_user
for _, owner in ipairs(app.integrations.render.get_current_user().owners) do
  print(owner.id .. ": " .. owner.name .. " (" .. owner.type .. ")")
end
