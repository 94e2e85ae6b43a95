-- title: Multi-Account Usage
-- functions: list_services
-- Default account (always works)
print(#app.integrations.render2.list_services({}).services)

-- Explicit default (portable across setups)
print(#app.integrations.render2.default.list_services({}).services)

-- Named accounts
print(#app.integrations.render2.production.list_services({}).services)
print(#app.integrations.render2.staging.list_services({}).services)
