-- title: Count users
-- functions: count_users
local clerk = app.integrations.clerk

print("All: " .. clerk.count_users().total_count)
print("Banned: " .. clerk.count_users({ banned = true }).total_count)
print("At example.org: " .. clerk.count_users({ email_address_query = "@example.org" }).total_count)
