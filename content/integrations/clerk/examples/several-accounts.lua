-- title: Multi-Account Usage
-- functions: count_users
-- Default account (always works)
print("default: " .. app.integrations.clerk.count_users().total_count .. " users")

-- Explicit default (portable across setups)
print("default: " .. app.integrations.clerk.default.count_users().total_count .. " users")

-- Named accounts: one for each Clerk instance
print("production: " .. app.integrations.clerk.production.count_users().total_count .. " users")
print("development: " .. app.integrations.clerk.development.count_users().total_count .. " users")
