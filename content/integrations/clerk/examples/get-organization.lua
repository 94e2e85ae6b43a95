-- title: Get Organization, by id and by slug
-- functions: get_organization
local clerk = app.integrations.clerk

local org = clerk.get_organization({ organization_id = "org_123" })
print(org.id, org.name, org.slug)

local same = clerk.get_organization({ organization_id = org.slug })
print(same.id == org.id)
