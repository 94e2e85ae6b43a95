-- title: Multi-Account Usage
-- functions: get_current_user
-- Default account (always works)
local user = app.integrations.cloudconvert.get_current_user({})
print("default: " .. user.data.credits .. " credits")

-- Explicit default (portable across setups)
local same = app.integrations.cloudconvert.default.get_current_user({})
print("default: " .. same.data.credits .. " credits")

-- Named accounts
local production = app.integrations.cloudconvert.production.get_current_user({})
print("production: " .. production.data.credits .. " credits")
local staging = app.integrations.cloudconvert.staging.get_current_user({})
print("staging: " .. staging.data.credits .. " credits")
