-- title: List Organizations
-- functions: list_organizations
local page = app.integrations.clerk.list_organizations({
  order_by = "name",
  include_members_count = true
})

for _, org in ipairs(page.data) do
  print(org.name .. ": " .. org.members_count .. " members")
end
print("In all: " .. page.total_count)
