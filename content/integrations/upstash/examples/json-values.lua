-- title: Keep a table in a key
-- functions: set_key, get_key
local upstash = app.integrations.upstash

upstash.set_key({ key = "job:42", value = json.encode({ step = 3, done = false }), ex = 3600 })

local job = json.decode(upstash.get_key({ key = "job:42" }).value)
print("Step " .. job.step .. ", done: " .. tostring(job.done))
