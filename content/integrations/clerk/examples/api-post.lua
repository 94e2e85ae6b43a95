-- title: Raw POST: allow a redirect URL
-- functions: api_post
local made = app.integrations.clerk.api_post({
  path = "/redirect_urls",
  body = { url = "https://app.example.com/callback" }
})

print(made.object .. " for " .. made.url)
