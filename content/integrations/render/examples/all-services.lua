-- title: Go through all pages
-- functions: list_services
local render = app.integrations.render
local cursor, count = nil, 0

repeat
  local page = render.list_services({ limit = 3, cursor = cursor })
  for _, svc in ipairs(page.services) do
    count = count + 1
    print(count .. ". " .. svc.name)
  end
  cursor = page.cursor
until cursor == nil
