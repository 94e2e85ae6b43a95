// Every place in Lua from which a script may call a function of an integration: one script each.
// `ask()` calls the host and gets "R"; `broken()` calls the host and raises. A script returns what is expected of it.

export interface CallContext {
  name: string
  script: string
  /** The text of what the script returns. */
  expected: string
}

const HEAD = `local probe = app.integrations.probe
function ask() return probe.value() end
function broken() return probe.fail() end
`

/** The script with what it calls, for the sample index. */
export const readSource = ({ script }: CallContext): string => HEAD + script

const context = (name: string, script: string, expected = 'R'): CallContext => ({ name, script, expected })

export const callContexts: CallContext[] = [
  // Plain Lua
  context('the main chunk', 'return ask()'),
  context('a function under pcall', 'return select(2, pcall(function() return ask() end))'),
  context('the function itself under pcall', 'return select(2, pcall(ask))'),
  context(
    'an error under pcall',
    'local ok, e = pcall(broken) return tostring(ok) .. " " .. e.code',
    'false not_found',
  ),
  context('the body of xpcall', 'return select(2, xpcall(function() return ask() end, print))'),
  context('the handler of xpcall', 'return select(2, xpcall(function() error("x") end, function() return ask() end))'),
  context('a chunk made by load', 'return load("return ask()")()'),
  context(
    'the reader of load',
    `local pieces = { 'return "', 'R"' }
     return load(function() ask() return table.remove(pieces, 1) end)()`,
  ),
  context(
    'an iterator of for',
    "local n, s = 0, '' for v in function() n = n + 1 if n < 3 then return ask() end end do s = s .. v end return s",
    'RR',
  ),
  context(
    'the end of many tail calls',
    'local function f(n) if n == 0 then return ask() end return f(n - 1) end return f(20000)',
  ),
  context(
    'deep recursion',
    'local function f(n) if n == 0 then return ask() end local r = f(n - 1) return r end return f(180)',
  ),

  // Coroutines
  context('coroutine.wrap', 'return coroutine.wrap(function() return ask() end)()'),
  context(
    'a generator',
    `local take = coroutine.wrap(function() for i = 1, 2 do coroutine.yield(ask() .. i) end end)
     return take() .. take()`,
    'R1R2',
  ),
  context(
    'coroutine.resume with values both ways',
    `local co = coroutine.create(function(a) local b = coroutine.yield(a .. ask()) return b .. ask() end)
     local _, first = coroutine.resume(co, 'a')
     local _, second = coroutine.resume(co, 'b')
     return first .. second .. coroutine.status(co)`,
    'aRbRdead',
  ),
  context(
    'a coroutine in a coroutine',
    `local outer = coroutine.wrap(function()
       local inner = coroutine.wrap(function() coroutine.yield(ask()) return ask() end)
       return inner() .. inner()
     end)
     return outer()`,
    'RR',
  ),
  context(
    'pcall in a coroutine',
    'return coroutine.wrap(function() local ok, v = pcall(ask) return tostring(ok) .. v end)()',
    'trueR',
  ),
  context('coroutine.isyieldable outside of one', 'return tostring(coroutine.isyieldable())', 'false'),
  context('coroutine.running outside of one', 'local _, main = coroutine.running() return tostring(main)', 'true'),
  context(
    'coroutine.yield outside of one',
    'local ok, e = pcall(coroutine.yield, 1) return tostring(ok) .. " " .. e',
    'false attempt to yield from outside a coroutine',
  ),

  // Metamethods that operators call
  context('__index', 'return setmetatable({}, { __index = function(_, k) return ask() .. k end }).x', 'Rx'),
  context(
    '__newindex',
    'local r local t = setmetatable({}, { __newindex = function() r = ask() end }) t.x = 1 return r',
  ),
  context('__add', 'return setmetatable({}, { __add = function() return ask() end }) + 1'),
  context('__concat', 'return setmetatable({}, { __concat = function() return ask() end }) .. "x"'),
  context('__len', 'return #setmetatable({}, { __len = function() return ask() end })'),
  context('__call', 'return setmetatable({}, { __call = function() return ask() end })()'),
  context(
    '__eq',
    `local m = { __eq = function() return ask() == 'R' end }
     return tostring(setmetatable({}, m) == setmetatable({}, m))`,
    'true',
  ),
  context(
    '__lt',
    `local m = { __lt = function() return ask() == 'R' end }
     return tostring(setmetatable({}, m) < setmetatable({}, m))`,
    'true',
  ),
  context(
    '__close',
    'local r do local c <close> = setmetatable({}, { __close = function() r = ask() end }) end return r',
  ),
  context(
    '__pairs',
    'for k in pairs(setmetatable({}, { __pairs = function() return next, { [ask()] = 1 } end })) do return k end',
  ),
  context(
    'an iterator that __pairs gives',
    `local t = setmetatable({}, { __pairs = function() return function(_, k) if not k then return ask() end end end })
     for k in pairs(t) do return k end`,
  ),

  // Library functions that call back
  context(
    'ipairs over __index',
    'local t = setmetatable({}, { __index = function(_, i) if i < 2 then return ask() end end }) for _, v in ipairs(t) do return v end',
  ),
  context(
    'tostring with __tostring',
    'return tostring(setmetatable({}, { __tostring = function() return ask() end }))',
  ),
  context('print with __tostring', 'print(setmetatable({}, { __tostring = function() return ask() end })) return "R"'),
  context(
    'string.format with __tostring',
    'return ("<%5s>"):format(setmetatable({}, { __tostring = function() return ask() end }))',
    '<    R>',
  ),
  context('string.gsub with a function', 'return (string.gsub("a-b", "%w", function() return ask() end))', 'R-R'),
  context('gsub as a method', 'return (("ab"):gsub("%w", function(c) return c .. ask() end))', 'aRbR'),
  context(
    'gsub with a table that has __index',
    'return (("ab"):gsub("%w", setmetatable({}, { __index = function() return ask() end })))',
    'RR',
  ),
  context(
    'the comparator of table.sort',
    'local t = { 3, 1, 2 } table.sort(t, function(a, b) ask() return a < b end) return table.concat(t)',
    '123',
  ),
  context(
    'table.sort over __lt',
    `local m = { __lt = function(a, b) ask() return a.n < b.n end }
     local t = { setmetatable({ n = 2 }, m), setmetatable({ n = 1 }, m) }
     table.sort(t)
     return t[1].n .. t[2].n`,
    '12',
  ),
  context(
    'table.concat over __index',
    'return table.concat(setmetatable({}, { __len = function() return 2 end, __index = function() return ask() end }))',
    'RR',
  ),
  context(
    'table.unpack over __index',
    'return (table.unpack(setmetatable({}, { __index = function() return ask() end }), 1, 1))',
  ),
  context('regex.gsub with a function', 'return regex.gsub("ab", "[a-z]", function() return ask() end)', 'RR'),

  // Not: functions that stay C, for what they would cost otherwise
  ...[
    'table.insert(setmetatable({}, { __newindex = function() ask() end }), 1)',
    'table.remove(setmetatable({}, { __index = function() ask() end, __len = function() return 1 end }))',
    'math.max(setmetatable({}, { __lt = function() return ask() end }), 1)',
    'math.min(setmetatable({}, { __lt = function() return ask() end }), 1)',
  ].map((call) =>
    context(
      `a metamethod under ${call.slice(0, call.indexOf('('))}`,
      `return select(2, pcall(function() ${call} end))`,
      'main.lua:2: attempt to call an integration across a C-call boundary',
    ),
  ),

  // Never: a finalizer would run outside of every limit
  context(
    '__gc is not run',
    `local r = 'never'
     do setmetatable({}, { __gc = function() r = 'ran' end }) end
     collectgarbage() collectgarbage()
     return r`,
    'never',
  ),
]
