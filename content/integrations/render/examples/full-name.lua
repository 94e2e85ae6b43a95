-- title: By its full name
-- functions: list_services
local result = app.integrations.render2.render_list_services({
  limit = 1
})
print(result)
