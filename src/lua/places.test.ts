import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())
const host: Host = () => Promise.resolve({ ok: false, error: callError('not_found', 'gone') })

async function problemOf(source: string | Uint8Array) {
  const { result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)
  if (result.ok) throw new Error('the script ended well')
  return result.problem
}

type Case = [source: string, line: number, column: number | null, message: string, frames?: string[]]

// Sources that do not parse: the message is Lua's own, the place is that of the token it stopped at.
test.each<Case>([
  ['x = = 1', 1, 5, "unexpected symbol near '='"],
  ['local s = "= =" x = = 1', 1, 21, "unexpected symbol near '='"],
  ['x = (1 + 2))', 1, 12, "unexpected symbol near ')'"],
  ['x = {1, 2}}', 1, 11, "unexpected symbol near '}'"],
  ['f(a, , b)', 1, 6, "unexpected symbol near ','"],
  ['a = 1 b = a a = b c', 1, 20, 'syntax error near <eof>'],
  ['print(1)\nprint(2', 2, 8, "')' expected near <eof>"],
  ['print(1)\nprint(2\n\n', 4, 1, "')' expected (to close '(' at line 2) near <eof>"],
  ['x = "open', 1, 10, 'unfinished string near <eof>'],
  ['x = "open\ny = 1', 1, 5, "unfinished string near '\"open'"],
  ['x = [[open\nmore', 2, 5, 'unfinished long string (starting at line 1) near <eof>'],
  ['--[[ open\nmore', 2, 5, 'unfinished long comment (starting at line 1) near <eof>'],
  ['x = 1\r\ny = = 2\r\nz = 3', 2, 5, "unexpected symbol near '='"],
  ['x = 1\ry = = 2\rz = 3', 2, 5, "unexpected symbol near '='"],
  ['\tx = = 1', 1, 6, "unexpected symbol near '='"],
  ['local s = "äöü日本" x = = 1', 1, 23, "unexpected symbol near '='"],
  ['\tlocal é = 1', 1, 8, "<name> expected near '<\\195>'"],
  ['local s = "é" é = 1', 1, 15, "unexpected symbol near '<\\195>'"],
  ['x = 1\ny = 2 $', 2, 7, "unexpected symbol near '$'"],
  ["x = 'a\\q'", 1, 5, "invalid escape sequence near ''a\\q'"],
  ['x = 1_000', 1, 5, "malformed number near '1_'"],
  ['x = 3 y = 3x', 1, 11, "malformed number near '3x'"],
  ['local if = 1 if x then end', 1, 7, "<name> expected near 'if'"],
  ['do goto a\nend\nx = 1', 2, 9, "no visible label 'a' for <goto> at line 1"],
  ['break', 1, 1, 'break outside loop at line 1'],
  ['::a::\n::b:: ::a::', 2, 9, "label 'a' already defined on line 2"],
  ['local x <const> = 1\nx = 2', 2, 1, "attempt to assign to const variable 'x'"],
  ['local x <foo> = 1', 1, 10, "unknown attribute 'foo'"],
  ['function f() return ... end', 1, 21, "cannot use '...' outside a vararg function near '...'"],
])('%j does not parse at line %i, column %o: %s', async (source, line, column, message) => {
  const problem = await problemOf(source)
  expect(problem.message.split('; ')[0]!.replace(/^main\.lua:\d+: /, '')).toBe(message)
  // Lua itself names the end of the block for a goto, and the page the goto.
  const place = /at line (\d+)$/.test(message) ? { line: 1 } : { line }
  expect(problem).toMatchObject({ kind: 'syntax', ...place, column, traceback: [], error: null })
  expect(runtime.check(source)).toEqual(problem)
})

// Errors at run time: the whole message, the place, and the lines of the way there, innermost first.
test.each<Case>([
  ['error("boom")', 1, 1, 'main.lua:1: boom', ['main chunk']],
  ['error("boom", 0)', 1, 1, 'boom', ['main chunk']],
  ['local function f() error("x", 2) end\nf()', 2, 1, 'main.lua:2: x', ["local 'f'", 'main chunk']],
  [
    ...['local function f() error("x", 3) end\nlocal function g() f() end\ng()', 3, null, 'main.lua:3: x'],
    ["upvalue 'f'", "local 'g'", 'main chunk'],
  ] as unknown as Case,
  ['error(42)', 1, 1, '42'],
  ['error(nil)', 1, 1, 'nil'],
  ['error(true)', 1, 1, 'true'],
  ['error({ code = 5 })', 1, 1, '{\n  code: 5\n}'],
  ['error(setmetatable({}, { __tostring = function() return "own" end }))', 1, 1, 'own'],
  ['local ok, e = pcall(error, { a = 1 })\nerror(e)', 2, 1, '{\n  a: 1\n}'],
  ['local ok, e = pcall(function() error("first") end)\nerror(e, 0)', 1, null, 'main.lua:1: first'],
  ['assert(nil, "why")', 1, 1, 'main.lua:1: why'],
  ['assert(false, { a = 1 })', 1, 1, '{\n  a: 1\n}'],
  ['local x = 1 if x then error("no") end -- error(x)', 1, 23, 'main.lua:1: no'],
  ['if not x then error("a") else error("b") end', 1, null, 'main.lua:1: a'],
  ['local raise = error\nraise("a")', 2, null, 'main.lua:2: a'],
  ['local t = {}\nfunction t:take() error("bad", 2) end\nprint(t:take(1))', 3, 9, 'main.lua:3: bad'],
  ['local x\nx.y = 1', 2, 1, "main.lua:2: attempt to index a nil value (local 'x')"],
  ['x = x.y', 1, 5, "main.lua:1: attempt to index a nil value (global 'x')"],
  ['local s = "x.y" x.y = 1 -- x.y', 1, 17, "main.lua:1: attempt to index a nil value (global 'x')"],
  ['x.y = x.z', 1, null, "main.lua:1: attempt to index a nil value (global 'x')"],
  ['local t = {}\nprint(\n  t.a.b, 1\n)', 3, 5, "main.lua:3: attempt to index a nil value (field 'a')"],
  ['local t = {}\nt:nope(t.nope)', 2, 3, "main.lua:2: attempt to call a nil value (method 'nope')"],
  ['\tnope()', 1, 2, "main.lua:1: attempt to call a nil value (global 'nope')"],
  ['local s = "日本" nope()', 1, 16, "main.lua:1: attempt to call a nil value (global 'nope')"],
  ['x = 1\r\nnope()', 2, 1, "main.lua:2: attempt to call a nil value (global 'nope')"],
  ['return 1 + {}', 1, null, 'main.lua:1: attempt to perform arithmetic on a table value'],
  ['local a = {}\nreturn 1 + a', 2, 12, "main.lua:2: attempt to perform arithmetic on a table value (local 'a')"],
  ['return {} < {}', 1, null, 'main.lua:1: attempt to compare two table values'],
  [
    'return ("x"):rep(1, 2, 3), string.rep()',
    1,
    null,
    "main.lua:1: bad argument #1 to 'rep' (string expected, got no value)",
  ],
  ['table.sort({ 1, "x" })', 1, null, 'main.lua:1: attempt to compare string with number'],
  ['return "1" % 0', 1, null, "main.lua:1: attempt to perform 'n%0'"],
  ['return table.concat({ {} })', 1, 14, "main.lua:1: invalid value (table) at index 1 in table for 'concat'"],
  ['for i = 1, "x" do end', 1, null, "main.lua:1: bad 'for' limit (number expected, got string)"],
  ['local co = coroutine.wrap(function() end) co()\nco()', 2, null, 'main.lua:2: cannot resume dead coroutine'],
  ['coroutine.resume(1)', 1, 11, "main.lua:1: bad argument #1 to 'resume' (thread expected, got number)"],
  ['coroutine.wrap(1)', 1, 11, "main.lua:1: bad argument #1 to 'wrap' (function expected, got number)"],
  ['coroutine.isyieldable(1)', 1, 11, "main.lua:1: bad argument #1 to 'isyieldable' (thread expected, got number)"],
  ['xpcall(print)', 1, 1, "main.lua:1: bad argument #2 to 'xpcall' (function expected, got no value)"],
  [
    'table.sort({ 3, 2 }, function(a, b)\n  return a.x < b\nend)',
    2,
    10,
    "main.lua:2: attempt to index a number value (local 'a')",
  ],
  [
    '("abc"):gsub("b", function()\n  error("in it")\nend)',
    2,
    3,
    'main.lua:2: in it',
    ['function <main.lua:1>', 'main chunk'],
  ],
  [
    ...['local t = setmetatable({}, { __index = function(_, k)\n  error("no " .. k, 2)\nend })\nreturn t.x', 4, null],
    ...['main.lua:4: no x', ["metamethod 'index'", 'main chunk']],
  ] as unknown as Case,
  [
    ...['do\n  local c <close> = setmetatable({}, { __close = function() error("late") end })\nend', 2, 61],
    ...['main.lua:2: late', ["metamethod 'close'", 'main chunk']],
  ] as unknown as Case,
  ['load("error(\'x\')", "=own")()', 1, null, 'own:1: x'],
  ['load("error(\'x\')")()', 1, null, '[string "error(\'x\')"]:1: x'],
  ['load("local a = nil\\na()", "@file.lua")()', 1, null, "file.lua:2: attempt to call a nil value (local 'a')"],
  ['app.integrations.nope.x()', 1, 18, 'main.lua:1: unknown_integration: there is no integration nope'],
  ['app.integrations.probe.nope()', 1, 24, 'main.lua:1: probe.nope: unknown_function: there is no function nope'],
  ['app.integrations.probe.value(1)', 1, 24, 'main.lua:1: probe.value: invalid_argument: takes 0 arguments, got 1'],
  ['local p = app.integrations.probe\np.echo{\n  a = 1,\n}', 2, 3, 'main.lua:2: probe.echo: not_found: gone'],
  [
    'local p = app.integrations.probe\nprint("p.echo",\n  p.echo(\n    2\n  )\n)',
    3,
    5,
    'main.lua:3: probe.echo: not_found: gone',
  ],
  ['local p = app.integrations.probe\np.echo(p.echo(1))', 2, null, 'main.lua:2: probe.echo: not_found: gone'],
  ['local ok, e = pcall(app.integrations.probe.value)\nerror(e)', 1, 44, 'main.lua:1: probe.value: not_found: gone'],
])('%j fails at line %i, column %o: %s', async (source, line, column, message, frames) => {
  const problem = await problemOf(source)
  expect(problem).toMatchObject({ kind: 'script', message, line, column })
  if (frames) expect(problem.traceback.map(({ text }) => text.replace(/^main\.lua:\d+: in /, ''))).toEqual(frames)
  expect(JSON.stringify(problem)).not.toMatch(/prelude|\?:-1|\[C\]/)
})

test('a script of bytes that is UTF-8 has the columns of its text', async () => {
  expect((await problemOf(new TextEncoder().encode('local s = "é" nope()'))).column).toBe(15)
  expect((await problemOf(Uint8Array.from([0x73, 0x3d, 0x22, 0xff, 0x22, 0x20, 0x78, 0x28, 0x29]))).column).toBe(7)
})

const NESTED = `local a = coroutine.wrap(function()
  local b = coroutine.wrap(function()
    error("deepest")
  end)
  b()
end)
`
test.each([
  ['wrap in wrap', `${NESTED}a()`, [3, 5, 7]],
  ['caught and raised again', `${NESTED}local ok, e = pcall(a)\nerror(e, 0)`, [3, 5, 8]],
  [
    'resumed and raised again',
    'local ok, e = coroutine.resume(coroutine.create(function()\n  error("x")\nend))\nerror(e, 0)',
    [2, 4],
  ],
  ['a table', 'coroutine.wrap(function()\n  error({})\nend)()', [2, 1]],
  ['another error than before', `${NESTED}pcall(a)\nerror("other")`, [8]],
  [
    'the same error out of two coroutines',
    'local function f() error("x", 0) end\npcall(coroutine.wrap(function()\n  f()\nend))\ncoroutine.wrap(function()\n  f()\nend)()',
    [1, 6, 5],
  ],
])('a traceback shows what lies in coroutines: %s', async (_name, source, lines) => {
  expect((await problemOf(source)).traceback.map(({ line }) => line)).toEqual(lines)
})
