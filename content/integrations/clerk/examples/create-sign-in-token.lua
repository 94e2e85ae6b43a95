-- title: Let a user sign in by a link, for an hour
-- functions: create_sign_in_token, revoke_sign_in_token
local clerk = app.integrations.clerk

local token = clerk.create_sign_in_token({ user_id = "user_123", expires_in_seconds = 3600 })
print("For " .. token.user_id .. ": " .. token.status)
-- token.url is the link. Whoever has it is that user: it goes to this one person, and is printed nowhere.

token = clerk.revoke_sign_in_token({ sign_in_token_id = token.id })
print("Taken back: " .. token.status)
