-- title: Multi-Account Usage
-- functions: get_key, set_key
-- Default account (always works)
local theme = app.integrations.upstash.get_key({ key = "config:theme" })
print("default: " .. theme.value)

-- Explicit default (portable across setups)
local same = app.integrations.upstash.default.get_key({ key = "config:theme" })
print("default: " .. same.value)

-- Named accounts
app.integrations.upstash.production.set_key({ key = "config:theme", value = "dark" })
print("production: " .. app.integrations.upstash.production.get_key({ key = "config:theme" }).value)
print("staging: " .. app.integrations.upstash.staging.get_key({ key = "config:theme" }).value)
