-- title: Set Key
-- functions: set_key, get_key
app.integrations.upstash.set_key({
  key = "config:theme",
  value = "dark"
})

local theme = app.integrations.upstash.get_key({ key = "config:theme" })
print("Theme: " .. theme.value)
