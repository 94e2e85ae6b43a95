// A script that prints all that depends on the seed and the clock of a run.

export const SEEDED_SCRIPT = `
  local t = {}
  for i = 1, 300 do t['key' .. (i * 7919)] = i end
  local order = {}
  for key in pairs(t) do order[#order + 1] = key end
  print(table.concat(order, ' '))
  for i = 1, 5 do print(math.random(1000000), math.random()) end
  print(os.time(), os.clock(), os.date(), os.date('%H:%M'))
  for name in pairs(_G) do print(name) end
  dump(os.date('*t'))`
