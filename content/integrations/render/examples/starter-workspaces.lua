-- title: Services per workspace
-- functions: get_current_user, list_services
-- starter: 3
local render = app.integrations.render
local me = render.get_current_user()

print("Key of " .. me.email)
for _, owner in ipairs(me.owners) do
  local services = render.list_services({ owner_id = owner.id, limit = 100 }).services
  print("  " .. owner.name .. ": " .. #services)
end
