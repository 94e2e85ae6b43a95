// Programs that mean harm, each with how it must end. Those of limits.test.ts are not repeated here.
import { type HostileProgram, program } from './hostile-program.ts'
import { hostileValues } from './hostile-values.ts'

/** An honest script that must find nothing left behind by the last one, and what it returns; for the sample index. */
export const honestProgram = {
  script: `
  assert(leak == nil and ("x").taken == nil)
  local co = coroutine.wrap(function(a) return coroutine.yield(a + 1) end)
  local reply = app.integrations.probe.echo{ first = { 1, 'a' } }
  return co(1), json.encode({ b = 2, a = { 1 } }), reply.first[2], pcall(error, 'x', 0)`,
  values: ['2', '{"a":[1],"b":2}', 'a', 'false', 'x'],
}

/** Programs that the runtime ends by itself, wherever it runs. */
export const hostilePrograms: HostileProgram[] = [
  // Loops
  program('goto', 'cpu_limit', '::again:: goto again'),
  program('repeat', 'cpu_limit', 'repeat until false'),
  program('a loop with an empty step', 'cpu_limit', 'for i = 1, math.huge do end'),
  program('a generic loop without end', 'cpu_limit', 'for _ in function() return 1 end do end'),
  program('tail calls', 'cpu_limit', 'local a, b a = function() return b() end b = function() return a() end a()'),
  program('vararg tail calls', 'cpu_limit', 'local function f(...) return f(...) end f(1, 2, 3)'),
  program('a loop in pcall in a loop of errors', 'cpu_limit', 'while true do pcall(error, {}) end'),
  program(
    'nested pcalls around a loop',
    'cpu_limit',
    'while true do pcall(pcall, pcall, function() while true do end end) end',
  ),
  program(
    'calls of each protected kind around a loop',
    'cpu_limit',
    `local function loop() while true do end end
     local function nest(n)
       if n == 0 then return loop() end
       if n % 3 == 0 then return pcall(nest, n - 1) end
       if n % 3 == 1 then return xpcall(nest, loop, n - 1) end
       return coroutine.resume(coroutine.create(nest), n - 1)
     end
     while true do
       local c <close> = setmetatable({}, { __close = function() pcall(loop) end })
       pcall(nest, 60)
     end`,
  ),
  program(
    'xpcall whose handler calls xpcall',
    'cpu_limit',
    'local function h(e) return xpcall(error, h, e) end xpcall(error, h)',
  ),
  program('a function that handles itself', 'cpu_limit', 'local function g() return xpcall(g, g) end return g()'),
  program(
    'a loop of JSON after the end of time, which was given fields of a JSON error',
    'cpu_limit',
    `local text = '[' .. ('1,'):rep(3000) .. '1]'
     local c <close> = setmetatable({}, { __close = function(_, e)
       e.at, e.reason, e.path = 1, 'x', '$'
       while true do pcall(json.decode, text) end
     end })
     while true do end`,
  ),
  program(
    'a loop in an iterator of pairs',
    'cpu_limit',
    'for _ in pairs(setmetatable({}, { __pairs = function() return function() return 1 end end })) do end',
  ),
  program(
    'a loop while a table is sorted by metamethod',
    'cpu_limit',
    'local m = { __lt = function() while true do end end } table.sort({ setmetatable({}, m), setmetatable({}, m) })',
  ),
  program('a loop in a replacement', 'cpu_limit', '("abc"):gsub(".", function() while true do end end)'),
  program('a loop in a replacement of regex', 'cpu_limit', 'regex.gsub("abc", ".", function() while true do end end)'),
  program(
    'a loop over text that never shrinks',
    'cpu_limit',
    'local s = ("x"):rep(1e5) while true do s = s:gsub("x", "x") end',
  ),
  program('an endless move of nothing', 'cpu_limit', 'return table.move({}, 1, 1 << 52, 2)'),
  program('json without end', 'cpu_limit', 'while true do json.decode(json.encode({ 1, { a = "b" } })) end'),
  program('os.clock without end', 'cpu_limit', 'while os.clock() >= 0 do end'),
  program('loads without end', 'cpu_limit', 'while true do load("return 1")() end'),
  program(
    'docs of a wrong name without end',
    'cpu_limit',
    'while true do pcall(function() return app.integrations.nobody end) end',
  ),
  // Coroutines
  program('a flood of coroutines that end', 'cpu_limit', 'while true do coroutine.wrap(function() end)() end'),
  program(
    'a tree of short coroutines',
    'cpu_limit',
    'local function f(d) if d == 0 then return end for _ = 1, 40 do coroutine.wrap(f)(d - 1) end end f(5)',
  ),
  program(
    'a tree of short coroutines by resume',
    'cpu_limit',
    'local function f(d) if d == 0 then return end for _ = 1, 40 do coroutine.resume(coroutine.create(f), d - 1) end end f(5)',
  ),
  program(
    'a tree of coroutines under pcall',
    'cpu_limit',
    'local function f(d) if d == 0 then return end for _ = 1, 30 do pcall(coroutine.wrap(f), d - 1) end end f(6)',
  ),
  program(
    'coroutines that are kept',
    'memory_limit',
    'local t = {} while true do local co = coroutine.create(coroutine.yield) coroutine.resume(co) t[#t + 1] = co end',
  ),
  program(
    'two coroutines that resume each other',
    'cpu_limit',
    'local a = coroutine.wrap(function() while true do coroutine.yield() end end) while true do a() end',
  ),
  program(
    'a coroutine in a coroutine without end',
    'C stack overflow',
    'local function f() return coroutine.wrap(f)() end f()',
  ),
  program(
    'a coroutine that resumes itself',
    'cannot resume non-suspended coroutine',
    'local co co = coroutine.wrap(function() return co() end) co()',
  ),
  program(
    'a loop in __close of a closed coroutine',
    'cpu_limit',
    'local co = coroutine.create(function() local c <close> = setmetatable({}, { __close = function() while true do end end }) coroutine.yield() end) coroutine.resume(co) coroutine.close(co)',
  ),
  program('a yield from outside', 'attempt to yield from outside a coroutine', 'coroutine.yield(1)'),
  // To-be-closed variables
  program(
    'a tower of __close',
    'cpu_limit',
    'local function f(n) local c <close> = setmetatable({}, { __close = function() for _ = 1, 300 do end end }) if n > 0 then f(n - 1) end while true do end end f(2000)',
  ),
  program(
    'a flood of __close',
    'cpu_limit',
    'while true do local c <close> = setmetatable({}, { __close = function() end }) end',
  ),
  program(
    '__close that raises',
    'from close',
    'local c <close> = setmetatable({}, { __close = function() error("from close", 0) end }) error("first")',
  ),
  // Memory
  program('strings that are joined', 'memory_limit', 'local t = {} for i = 1, 1e6 do t[i] = i .. ("y"):rep(100) end'),
  program(
    'upper case of much',
    'memory_limit',
    'local s = ("x"):rep(3e6) local t = { s:upper(), s:reverse(), s .. "1" } return t',
  ),
  program('a table of fields', 'memory_limit', 'local t = {} for i = 1, 1e7 do t["k" .. i] = true end'),
  program('a sparse array', 'well', 'local t = {} for i = 1, 60 do t[1 << i] = i end return #t >= 0'),
  program('a sparse array that grows', 'memory_limit', 'local t = {} for i = 1, 1e8 do t[i * 1000] = i end'),
  program(
    'closures that are kept',
    'memory_limit',
    'local t = {} for i = 1, 1e7 do t[i] = function() return i end end',
  ),
  program('a chain of tables', 'memory_limit', 'local t = {} while true do t = { t } end'),
  program('weak tables', 'cpu_limit', 'local t = setmetatable({}, { __mode = "v" }) while true do t[#t + 1] = {} end'),
  program(
    'a flood of returned values',
    'memory_limit',
    'local t = {} for i = 1, 2e5 do t[i] = 1 end return table.unpack(t)',
  ),
  program('a call with too many arguments', 'too many results to unpack', 'print(table.unpack({}, 1, 1e7))'),
  program('gsub that multiplies', 'memory_limit', 'return (("a"):rep(2e5)):gsub("", ("b"):rep(50))'),
  program('format that widens', 'memory_limit', 'local s = "x" while true do s = string.format("%s%s", s, s) end'),
  program('memory refused again and again', 'cpu_limit', 'while true do pcall(string.rep, "x", 1e9) end'),
  program(
    'a stack that grows to the limit',
    'memory_limit',
    'local function f(...) return 1 + f(1, 2, 3, 4, 5, 6, 7, 8, 9, ...) end f()',
  ),
  program('a source that unfolds', 'well', 'local s = "return {" .. ("{},"):rep(1e6) .. "}" return load(s)'),
  // The collector
  program(
    'collections without end',
    'cpu_limit',
    'local t = {} for i = 1, 1000 do t[i] = {} end while true do collectgarbage() end',
  ),
  program('steps without end', 'cpu_limit', 'while true do collectgarbage("step", 1000) end'),
  program(
    'a stopped collector',
    'well',
    'collectgarbage("stop") for i = 1, 40000 do local t = { i, i, i, i, i, i, i, i, i, i } end return collectgarbage("isrunning")',
  ),
  program(
    'a finalizer that loops',
    'well',
    'setmetatable({}, { __gc = function() while true do end end }) collectgarbage() return 1',
  ),
  program(
    'a finalizer put in late',
    'well',
    'local m = { __gc = false } setmetatable({}, m) m.__gc = function() while true do end end collectgarbage() return 1',
  ),
  // Recursion and nesting
  program(
    'recursion through a metamethod',
    'C stack overflow',
    'local t = setmetatable({}, { __concat = function(a, b) return a .. b end }) return t .. t',
  ),
  program(
    'recursion through __eq',
    'C stack overflow',
    'local m = {} m.__eq = function(a, b) return a == b end return setmetatable({}, m) == setmetatable({}, m)',
  ),
  program('recursion through load', 'well', 'local function f() return load(f) end f()'),
  program(
    'a chain of __index',
    "'__index' chain too long",
    'local t = {} for _ = 1, 3000 do t = setmetatable({}, { __index = t }) end return t.x',
  ),
  program('nested functions in the source', 'overflow', `${'return function() '.repeat(250)}${'end '.repeat(250)}`),
  program('nested operators in the source', 'overflow', `return ${'not '.repeat(300)}1`),
  program(
    'too many locals',
    'too many local variables',
    Array.from({ length: 201 }, (_, i) => `local a${i}`).join(' '),
  ),
  program('JSON that nests', 'nested deeper than 128', 'return json.decode(("["):rep(1e5))'),
  program('a table that holds itself', 'cycle', 'local t = {} t.t = t return json.encode(t)'),
  // Output
  program('a flood of lines', 'cpu_limit', 'while true do print("x") end'),
  program('a flood of dumps', 'cpu_limit', 'while true do dump({ 1, 2, 3 }) end'),
  program('a flood of warnings', 'cpu_limit', 'while true do warn("x") end'),
  program('one long line', 'well', 'print(("x"):rep(2e6))'),
  program('control characters', 'well', 'print("\\27[2J\\0\\r\\8\\xff")'),
  // Errors as weapons
  program(
    'an error that fails to print',
    '{}',
    'error(setmetatable({}, { __tostring = function(t) error(t) end, __index = error }))',
  ),
  program('an error that is no text', 'well', 'return select(2, pcall(error, print)) == print'),
  program('an error without a value', 'nil', 'error()'),
  program('an error of a megabyte', 'xxxx', 'error(("x"):rep(1e6), 0)'),
  program('an error that pretends to be the memory', 'not enough memory', 'error("not enough memory", 0)'),
  program('a name of a megabyte', 'probe.get_get_', 'return app.integrations.probe[("get_"):rep(2e5)]'),
  program('a namespace of a megabyte', 'there is no integration', 'return app.integrations[("x"):rep(1e6)]'),
  program(
    'an error whose text never ends',
    'cpu_limit',
    'error(setmetatable({}, { __tostring = function() while true do end end }))',
  ),
  ...hostileValues,
  // Bytecode and other doors
  program('bytecode', 'attempt to load a binary chunk', 'assert(load("\\27Lua\\x54\\0\\x19\\x93", "x", "bt"))'),
  program('bytecode of the own functions', "attempt to call a nil value (field 'dump')", 'string.dump(print)'),
  program('the library emptied', 'well', 'local g = _G for k in pairs(g) do g[k] = nil end'),
  program(
    'numbers at their ends',
    'well',
    'return math.mininteger // -1, math.mininteger % -1, 1 << 64, -1 >> 63, math.maxinteger + 1',
  ),
  program('division by zero', 'attempt to divide by zero', 'return 1 // 0'),
]

/**
 * Programs that stay inside one function of C or of JavaScript, where no count of instructions reaches. Nothing in the
 * same thread can end them, so no test of Node runs them: the watchdog of the browser ends the whole worker.
 */
export const unstoppablePrograms: Omit<HostileProgram, 'end'>[] = [
  { name: 'a pattern that backtracks', script: 'return (("a"):rep(30000)):find(("a*"):rep(12) .. "b")' },
  { name: 'captures that backtrack', script: 'return (("a"):rep(30000)):find(("(a*)"):rep(12) .. "b")' },
  { name: 'balanced brackets that never close', script: 'return (("("):rep(1e6)):find("%b()x")' },
  { name: 'a regular expression that backtracks', script: 'return regex.match(("a"):rep(40), "(a+)+b")' },
  { name: 'nothing, repeated', script: 'return (""):rep(1 << 30)' },
  {
    name: 'an insert into an endless list',
    script: 'table.insert(setmetatable({}, { __len = function() return 1 << 52 end }), 1, 1)',
  },
  {
    name: 'a remove from an endless list',
    script: 'table.remove(setmetatable({}, { __len = function() return 1 << 52 end }), 1)',
  },
]
