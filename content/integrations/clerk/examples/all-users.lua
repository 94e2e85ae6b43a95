-- title: Walk through all users, page by page
-- functions: list_users
local clerk = app.integrations.clerk
local last, count = nil, 0

repeat
  local page = clerk.list_users({ limit = 5, starting_after = last })
  for _, user in ipairs(page) do
    count = count + 1
    last = user.id
  end
  print("A page of " .. #page .. ", " .. count .. " so far")
until #page < 5
