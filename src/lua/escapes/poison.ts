// Attempts to change the runtime under the prelude's feet: globals, libraries and the metatables that all share.
import { attempt } from './attempt.ts'
import { USE } from './use.ts'

const POISONS = {
  'a function that keeps what it is given': '(function(...) stolen = stolen + 1 error("poisoned") end)',
  nothing: 'nil',
  'a table that answers to everything':
    'setmetatable({}, { __index = function() stolen = stolen + 1 end, __call = function() stolen = stolen + 1 end })',
}

/** Names of all globals and of all functions in the global tables: each is replaced while all features are used. */
const NAMES_AT_LEAST = 120

const STRING_FIELDS = {
  __index: 'function() return function() return "taken" end end',
  __tostring: 'function() return "taken" end',
  __name: '"taken"',
  __metatable: '"taken"',
  __concat: 'function() return "taken" end',
  __len: 'function() return 1 end',
  __eq: 'function() return true end',
  __lt: 'function() return false end',
  __le: 'function() return false end',
  __add: 'function() return 7 end',
  __sub: 'function() return 7 end',
  __mod: 'function() return 7 end',
  __idiv: 'function() return 7 end',
  __unm: 'function() return 7 end',
  __call: 'function() return "taken" end',
  __close: 'function() error("taken") end',
  __pairs: 'function() return error end',
  __gc: 'function() error("taken") end',
  __mode: '"kv"',
  __newindex: 'function() error("taken") end',
}

/** Runs `poison`, and tells whether every feature works as before. */
function compare(poison: string): string {
  return `${USE}
    local before = use()
    ${poison}
    local after = use()
    return rawequal(before, after) and #before > 800 and 'same' or after`
}

export const poisonAttempts = [
  ...Object.entries(POISONS).map(([name, poison]) =>
    attempt(
      `each global and library function, replaced by ${name}`,
      'same 0 true',
      `${USE}
       local stolen, before, changed, tried, places = 0, use(), '', 0, {}
       local rawset, next, type, poison = rawset, next, type, ${poison}
       for name, value in next, _G do
         places[#places + 1] = { _G, name, value }
         if type(value) == 'table' and value ~= _G then
           for key, inner in next, value do places[#places + 1] = { value, key, inner } end
         end
       end
       for i = 1, #places do
         local where, key, value = places[i][1], places[i][2], places[i][3]
         rawset(where, key, poison)
         if use() ~= before then changed = changed .. ' ' .. key end
         rawset(where, key, value)
         tried = tried + 1
       end
       return changed == '' and 'same' or changed, stolen, tried > ${NAMES_AT_LEAST}`,
      { calls: null },
    ),
  ),
  attempt(
    'all globals at once, and a watch on every name that is looked for',
    'same 0',
    `${USE}
     local before, asked, next, setmetatable, rawequal = use(), 0, next, setmetatable, rawequal
     local print, dump, warn, globals = print, dump, warn, _G
     for name, value in next, globals do
       if type(value) == 'table' and value ~= globals then for key in next, value do value[key] = nil end end
     end
     for name in next, globals do globals[name] = nil end
     setmetatable(globals, { __index = function() asked = asked + 1 end, __newindex = function() asked = asked + 1 end })
     local after = use()
     print('print', 1, { a = 1 }) dump({ b = 'x' }) warn('warn', 1)
     return rawequal(before, after) and 'same' or after, asked`,
    { calls: ['echo', 'echo'], prints: 'print\t1\t{\n  a: 1\n}\n{\n  b: "x"\n}\nwarning: warn1\n' },
  ),
  ...Object.entries(STRING_FIELDS).map(([field, value]) =>
    attempt(`strings with ${field}`, 'same', compare(`getmetatable('').${field} = ${value}`), {
      calls: ['echo', 'echo'],
    }),
  ),
  attempt(
    'strings without their methods',
    'same',
    compare(`local mt, next = getmetatable(''), next for key in next, mt do mt[key] = nil end`),
    { calls: ['echo', 'echo'] },
  ),
  attempt(
    'an error text that strings would tell otherwise',
    'failed: main.lua:1: honest',
    `getmetatable('').__tostring = function() return 'forged' end error('honest')`,
  ),
  attempt(
    'pcall, replaced while load reads a chunk',
    'nil 1',
    `local stolen, pcall_ = nil, pcall
     pcall = function(f, ...) stolen = f return pcall_(f, ...) end
     local pieces = { 'return 1' }
     local f = load(function() return table.remove(pieces) end)
     return stolen, f()`,
  ),
]
