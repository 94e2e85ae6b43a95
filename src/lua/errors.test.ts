import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())
const details = { status: 429, retryAfter: 3, account: 'work' }
const host: Host = () => Promise.resolve({ ok: false, error: callError('rate_limited', 'slow down', details) })

const run = (source: string) => gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)

async function problemOf(source: string) {
  const { result } = await run(source)
  if (result.ok) throw new Error('the script ended well')
  return result.problem
}

test.each([
  ['error("boom")', 'main.lua:1: boom'],
  ['error("boom", 0)', 'boom'],
  ['error({ code = 5 })', '{\n  code: 5\n}'],
  ['error(nil)', 'nil'],
  ['error(setmetatable({}, { __tostring = function() return "custom" end }))', 'custom'],
  ['error(setmetatable({ a = 1 }, { __tostring = function() error("worse") end }))', '{\n  a: 1\n}'],
  ['local x\nx.y = 1', "main.lua:2: attempt to index a nil value (local 'x')"],
  ['assert(false)', 'main.lua:1: assertion failed!'],
  ['return string.rep()', "main.lua:1: bad argument #1 to 'rep' (string expected, got no value)"],
  ['return string.format("%d", "x")', "main.lua:1: bad argument #2 to 'format' (number expected, got string)"],
  ['return string.gsub("x", "[", "")', "main.lua:1: malformed pattern (missing ']')"],
  ['return table.concat({ {} })', "main.lua:1: invalid value (table) at index 1 in table for 'concat'"],
  ['return table.sort({ 1, "x" })', 'main.lua:1: attempt to compare string with number'],
  ['return table.sort({ 2, {}, 1 })', 'main.lua:1: attempt to compare table with number'],
  ['return (load("x", "x", {}))', "main.lua:1: bad argument #3 to 'load' (string expected, got table)"],
  ['return setmetatable(1, {})', "main.lua:1: bad argument #1 to 'setmetatable' (table expected, got number)"],
  ['for _ in ipairs(nil) do end', "main.lua:1: bad argument #1 to 'for iterator' (table expected, got nil)"],
  ['return json.decode("[1,")', 'main.lua:1: json.decode: not JSON at byte 4: unexpected end'],
  ['return json.encode({ print })', 'main.lua:1: json.encode: $[1]: a function cannot be JSON'],
  ['return regex.match("x", "(")', 'main.lua:1: regex.match: Unterminated group'],
  ['return os.time({})', "main.lua:1: field 'year' missing in date table"],
  ['coroutine.yield(1)', 'main.lua:1: attempt to yield from outside a coroutine'],
])('%s shows as its message', async (source, message) => {
  expect(await problemOf(source)).toMatchObject({ kind: 'script', message, error: null })
})

test.each([
  ['x = = 1', "main.lua:1: unexpected symbol near '='", 1, 5],
  ['x = ) 1', "main.lua:1: unexpected symbol near ')'", 1, 5],
  ['local x =\n', 'main.lua:2: unexpected symbol near <eof>', 2, 1],
  ['do goto nowhere\nend', "main.lua:2: no visible label 'nowhere' for <goto> at line 1", 1, 9],
])('%s does not parse, in run and in check', async (source, message, line, column) => {
  const problem = { kind: 'syntax', message, line, column, traceback: [], error: null }
  expect(await problemOf(source)).toEqual(problem)
  expect(runtime.check(source)).toEqual(problem)
})

test('check finds nothing in a good script, and runs nothing', () => {
  expect(runtime.check('local x <const> = 1 ::top:: while true do end')).toBeNull()
})

test('the traceback names the lines of the script, innermost first', async () => {
  const problem = await problemOf(
    'local function f()\n  error("x")\nend\nlocal function g()\n  f()\n  return 1\nend\ng()',
  )
  expect(problem.traceback).toEqual([
    { line: 2, text: "main.lua:2: in upvalue 'f'" },
    { line: 5, text: "main.lua:5: in local 'g'" },
    { line: 8, text: 'main.lua:8: in main chunk' },
  ])
})

test('an error in a coroutine keeps its own traceback', async () => {
  const problem = await problemOf('local co = coroutine.wrap(function()\n  local x = nil\n  x()\nend)\nco()')
  expect(problem).toMatchObject({ message: "main.lua:3: attempt to call a nil value (local 'x')", line: 3 })
  expect(problem.traceback.map(({ line }) => line)).toEqual([3, 5])
})

test('an error without a position takes its line from the traceback', async () => {
  expect((await problemOf('local a\nerror({})')).line).toBe(2)
})

test('a call that failed and was not caught says which and where', async () => {
  const problem = await problemOf('local store = app.integrations.store2\n\nstore.work.get_key("a")')
  expect(problem).toMatchObject({
    kind: 'script',
    message: 'main.lua:3: key-store.get_key: rate_limited: slow down',
    line: 3,
    error: { ...callError('rate_limited', 'slow down', details), integration: 'key-store', function: 'get_key' },
  })
})

test('the position is kept where the call is returned at once', async () => {
  const problem = await problemOf('local function f()\n  return app.integrations.probe.value()\nend\nf()')
  expect(problem.line).toBe(2)
})

test('a call error that was caught is a table with fields, a text and a way to be joined', async () => {
  const { output } = await run(`
    local ok, e = pcall(function() app.integrations.probe.value() end)
    print(ok, type(e), e.code, e.message, e.status, e.retryable, e.retry_after)
    print(e.hint, e.integration, e['function'], e.account)
    print(e)
    print('failed: ' .. e)`)
  expect(output).toBe(
    'false\ttable\trate_limited\tslow down\t429\ttrue\t3\n' +
      'Wait, then run again.\tprobe\tvalue\twork\n' +
      'main.lua:2: probe.value: rate_limited: slow down\n' +
      'failed: main.lua:2: probe.value: rate_limited: slow down\n',
  )
})

test('what the vendor says of single fields, and its own code, can be read', async () => {
  const fields = [
    { name: 'email_address', message: 'is taken' },
    { name: 'password', message: 'is too short' },
  ]
  const given = { status: 422, vendorCode: 'form_identifier_exists', fields }
  const refuse: Host = () => Promise.resolve({ ok: false, error: callError('invalid_argument', 'refused', given) })
  const source = `
    local ok, e = pcall(app.integrations.probe.value)
    print(e.vendor_code, #e.fields)
    for _, field in ipairs(e.fields) do print(field.name, field.message) end
    error(e)`
  const { output, result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), refuse)
  expect(output).toBe('form_identifier_exists\t2\nemail_address\tis taken\npassword\tis too short\n')
  expect(result).toMatchObject({ ok: false, problem: { error: given } })
})

test('an error without them has nil there', async () => {
  const { output } = await run('local _, e = pcall(app.integrations.probe.value) print(e.fields, e.vendor_code)')
  expect(output).toBe('nil\tnil\n')
})

test('what a script does to a call error does not change what the page is told', async () => {
  const source = `local ok, e = pcall(function() app.integrations.probe.value() end)
    e.code = 'made_up' e.status = 'none' error(e)`
  expect((await problemOf(source)).error).toMatchObject({ code: 'rate_limited', status: 429 })
})

test('a host that rejects is an error of the call', async () => {
  const inputs = createInputs('app.integrations.probe.value()', { index: sampleIndex })
  const { result } = await gatherRun(runtime, inputs, () => Promise.reject(new Error('gone')))
  expect(result).toMatchObject({ ok: false, problem: { kind: 'script', error: { code: 'internal' } } })
})

test('xpcall hands its handler the error and the place', async () => {
  const { result } = await run('return xpcall(function()\n  local x = nil\n  x()\nend, debug.traceback)')
  expect(result.ok && result.values.map(({ text }) => text)).toEqual([
    'false',
    "main.lua:3: attempt to call a nil value (local 'x')\nstack traceback:\n\tmain.lua:3: in function <main.lua:1>\n\tmain.lua:1: in main chunk",
  ])
})
