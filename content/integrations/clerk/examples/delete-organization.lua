-- title: Delete Organization
-- functions: delete_organization, list_organizations
local clerk = app.integrations.clerk

local gone = clerk.delete_organization({ organization_id = "org_123" })
print(gone.id .. " deleted: " .. tostring(gone.deleted))

for _, org in ipairs(clerk.list_organizations().data) do
  print("Left: " .. org.name)
end
