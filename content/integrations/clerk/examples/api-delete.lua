-- title: Raw DELETE: take a redirect URL away
-- functions: api_get, api_delete
local clerk = app.integrations.clerk

for _, redirect in ipairs(clerk.api_get({ path = "/redirect_urls" })) do
  if redirect.url == "myapp://callback" then
    local gone = clerk.api_delete({ path = "/redirect_urls/" .. redirect.id })
    print(redirect.url .. " deleted: " .. tostring(gone.deleted))
  end
end
print("Left: " .. #clerk.api_get({ path = "/redirect_urls" }))
