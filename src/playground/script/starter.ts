// The script that a new playground opens with: it reads, writes and prints at the first press of Run.
export const STARTER = `-- title: Count visits
local upstash = app.integrations.upstash

-- A key that is not there yet reads as nil.
local before = upstash.get_key({ key = "visits" })
local count = (tonumber(before.value) or 0) + 1

local saved = upstash.set_key({ key = "visits", value = tostring(count) })
print("visits:", count)

return { count = count, saved = saved.result }
`

/** Whether a script holds anything that the reader would miss. */
export function isWorthKeeping(source: string): boolean {
  return source.trim() !== '' && source !== STARTER
}
