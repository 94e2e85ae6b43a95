-- title: Raw PATCH: merge into a user's metadata
-- functions: get_user, api_patch
local clerk = app.integrations.clerk

local user = clerk.get_user({ id = "user_123" })
print("Before: " .. json.encode(user.public_metadata))

local changed = clerk.api_patch({
  path = "/users/" .. user.id .. "/metadata",
  body = { public_metadata = { seats = 8 } }
})
print("After:  " .. json.encode(changed.public_metadata))
