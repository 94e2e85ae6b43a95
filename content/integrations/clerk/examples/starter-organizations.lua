-- title: Organizations and their members
-- functions: list_organizations, list_organization_memberships
-- starter: 2
local clerk = app.integrations.clerk

local ok, page = pcall(clerk.list_organizations, { limit = 3 })
if not ok then
  print("No organizations to see: " .. page.message)
elseif #page.data == 0 then
  print("This instance has no organizations yet")
else
  for _, org in ipairs(page.data) do
    local members = clerk.list_organization_memberships({ organization_id = org.id, limit = 3 })
    print(org.name .. ": " .. members.total_count .. " members")
  end
end
