// Programs that mean harm through the values that they hand over: such as unfold, never end or refuse to be shown.
import { type HostileProgram, program } from './hostile-program.ts'

const UNFOLDS = 'local t = {} for _ = 1, 40 do t = { t, t } end'

export const hostileValues: HostileProgram[] = [
  // Values that unfold: forty tables hold the same one 2^40 times
  program('a dump of what unfolds', 'memory_limit', `${UNFOLDS} dump(t)`),
  program('JSON of what unfolds', 'cpu_limit', `${UNFOLDS} json.encode(t)`),
  program('an argument that unfolds', 'cpu_limit', `${UNFOLDS} app.integrations.probe.echo{ first = t }`),
  program('an error that unfolds', 'memory_limit', `${UNFOLDS} error(t)`),
  program('a result that unfolds', 'memory_limit', `${UNFOLDS} return t`),
  // Lists without end, read through metamethods
  program(
    'two billion items, sorted',
    'cpu_limit',
    'table.sort(setmetatable({}, { __len = function() return (1 << 31) - 2 end, __index = function(_, i) return i end, __newindex = function() end }))',
  ),
  program(
    'an endless list, joined',
    'memory_limit',
    'return table.concat(setmetatable({}, { __index = function() return "x" end }), "", 1, math.maxinteger)',
  ),
  program(
    'an endless list, walked through',
    'cpu_limit',
    'for _ in ipairs(setmetatable({}, { __index = function() return 1 end })) do end',
  ),
  program(
    'a comparator that calls, and contradicts itself',
    'invalid order function',
    'local n, t = 0, {} for i = 1, 300 do t[i] = i end table.sort(t, function() n = n + 1 if n < 9 then app.integrations.probe.value() end return true end)',
  ),
  program(
    'keys that fail to print',
    'well',
    'local t = {} for i = 1, 9 do t[setmetatable({}, { __tostring = i > 4 and error or function() while true do end end })] = i end print(t) return t',
  ),
  program(
    'twenty thousand values, printed at once',
    'well',
    'local t = {} for i = 1, 2e4 do t[i] = i end print(table.unpack(t))',
  ),
]
