import { expect, test } from 'vitest'
import { startThreadClock } from '../../e2e/setup/thread-clock.ts'
import { loadWasm } from '../cli/load-wasm.ts'
import { LIMITS } from '../contract/limits.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())
const host: Host = () => Promise.resolve({ ok: true, text: '1' })

function run(source: string, limits: Partial<typeof LIMITS | Record<string, number>> = {}, answer = host) {
  const inputs = createInputs(source, { index: sampleIndex, limits: { ...LIMITS, ...limits } })
  return gatherRun(runtime, inputs, answer)
}

async function problemOf(source: string, limits: Record<string, number> = {}, answer = host) {
  const { result } = await run(source, limits, answer)
  if (result.ok) throw new Error('the script ended well')
  return result.problem
}

const fast = { cpuMs: 60 }

test.each([
  ['an endless loop', 'while true do end'],
  ['a loop under pcall', 'while true do pcall(function() while true do end end) end'],
  ['a loop under xpcall', 'while true do xpcall(function() while true do end end, function(e) return e end) end'],
  ['a loop in a coroutine', 'while true do coroutine.resume(coroutine.create(function() while true do end end)) end'],
  ['a loop in coroutine.wrap under pcall', 'while true do pcall(coroutine.wrap(function() while true do end end)) end'],
  [
    'a loop in __close',
    'while true do pcall(function() local c <close> = setmetatable({}, { __close = function() while true do end end }) end) end',
  ],
  ['a loop in a handler', 'while true do xpcall(error, function() while true do end end) end'],
  ['a loop in a comparator', 'local t = { 1, 2, 3 } table.sort(t, function() while true do end end)'],
  ['a loop in load', 'while true do load(function() while true do end end) end'],
  ['a loop in __tostring of the error', 'error(setmetatable({}, { __tostring = function() while true do end end }))'],
  [
    'a comparator that contradicts itself',
    'local t = {} for i = 1, 400 do t[i] = i end while true do pcall(table.sort, t, function() return true end) end',
  ],
])('%s meets the time limit', async (_name, source) => {
  const problem = await problemOf(source, fast)
  expect(problem).toMatchObject({ kind: 'limit', error: { code: 'cpu_limit' } })
})

test('the time limit is met in the middle of gsub, though no Lua runs there', async () => {
  const { output, result } = await run(`pcall(string.gsub, ("x"):rep(3e6), "x", string.upper) print("after")`, {
    cpuMs: 20,
  })
  expect(output).toBe('')
  expect(result).toMatchObject({ ok: false, problem: { error: { code: 'cpu_limit' } } })
})

test('the time limit names the line that computed', async () => {
  expect(await problemOf('local x = 1\nwhile true do x = x + 1 end', fast)).toMatchObject({
    line: 2,
    message: 'main.lua:2: the script computed for more than 0.06 seconds',
  })
})

test('the computing clock stands still while the host works', async () => {
  const slow: Host = async () => {
    await new Promise((resolve) => setTimeout(resolve, 900))
    return { ok: true, text: '1' }
  }
  const { result } = await run('return app.integrations.probe.value()', { cpuMs: 600 }, slow)
  expect(result.ok).toBe(true)
})

test('the wall clock does not', async () => {
  const never: Host = () => new Promise(() => undefined)
  const problem = await problemOf('local p = app.integrations.probe\n\nreturn p.value()', { wallMs: 1000 }, never)
  expect(problem).toMatchObject({ kind: 'limit', line: 3, error: { code: 'wall_limit' } })
})

test.each([
  ['a string of a gigabyte', 'return ("x"):rep(1e9)'],
  ['a table that grows', 'local t = {} for i = 1, 1e9 do t[i] = { i } end'],
  ['a string that doubles', 'local s = "x" while true do s = s .. s end'],
  ['strings that are kept', 'local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(1000) .. i end'],
  [
    'a concat of many',
    'local t = {} for i = 1, 1e4 do t[i] = ("x"):rep(1000) end return table.concat(t, ("y"):rep(1000))',
  ],
  [
    'a dump of much',
    'local t = {} for i = 1, 20000 do t[i] = "a text" end local s = json.encode(t):rep(40) return json.decode("[" .. s .. "]")',
  ],
])('%s meets the memory limit', async (_name, source) => {
  const problem = await problemOf(source, { memoryBytes: 8 << 20 })
  expect(problem).toMatchObject({ kind: 'limit', error: { code: 'memory_limit' } })
  expect(runtime.dead).toBe(false)
})

test('the memory limit names the line that asked for more', async () => {
  const source =
    'local t = {}\nlocal function grow(i)\n  t[i] = ("x"):rep(1000) .. i\nend\nfor i = 1, 1e9 do grow(i) end'
  expect(await problemOf(source, { memoryBytes: 8 << 20 })).toMatchObject({
    line: 3,
    message: 'main.lua:3: the script needs more than 8 MiB of memory',
  })
})

test('a memory error can be caught, and the script goes on', async () => {
  const { result } = await run('local ok, e = pcall(string.rep, "x", 1e9) return ok, e', { memoryBytes: 8 << 20 })
  expect(result).toMatchObject({ ok: true, values: [{ text: 'false' }, { text: 'not enough memory' }] })
})

test('a reply that does not fit in memory is an error, not a crash', async () => {
  const big: Host = () => Promise.resolve({ ok: true, text: JSON.stringify('x'.repeat(4 << 20)) })
  const problem = await problemOf('return app.integrations.probe.value()', { memoryBytes: 4 << 20 }, big)
  expect(problem).toMatchObject({ kind: 'limit', error: { code: 'memory_limit' } })
  expect(runtime.dead).toBe(false)
})

test.each([
  ['endless recursion', 'local function f() return 1 + f() end f()', 'stack overflow'],
  ['endless recursion through pcall', 'local function f() return select(2, pcall(f)) end return f() .. 1', 'overflow'],
  ['nested parentheses', `return ${'('.repeat(300)}1${')'.repeat(300)}`, 'overflow'],
  ['nested tables in the source', `return ${'{'.repeat(300)}${'}'.repeat(300)}`, 'overflow'],
  ['a pattern too deep', 'return string.find(("x"):rep(300000), ("x?"):rep(300000))', 'too complex'],
  [
    'endless __index',
    'local t = {} setmetatable(t, { __index = function(t, k) return t[k] end }) return t.x',
    'overflow',
  ],
  [
    'endless __tostring',
    'local t = setmetatable({}, { __tostring = function(t) return tostring(t) end }) print(t)',
    'overflow',
  ],
])('%s is an error of Lua', async (_name, source, text) => {
  const { result } = await run(source)
  expect(result.ok ? result.values[0]?.text : result.problem.message).toContain(text)
  expect(runtime.dead).toBe(false)
})

test('a table nested twenty thousand deep is refused or shown in part', async () => {
  const source = 'local t = {} local p = t for i = 1, 20000 do p.a = {} p = p.a end'
  const shown = await run(`${source} dump(t)`)
  expect(shown.output).toContain('<deeper>')
  expect((await problemOf(`${source} json.encode(t)`)).message).toContain('nested deeper than 128')
})

test('output is cut once, with a line that says where', async () => {
  const lines = await run('for i = 1, 100 do print(i) end', { outputLines: 3 })
  expect(lines.output).toBe('1\n2\n3\noutput cut at 3 lines\n')
  const bytes = await run('for i = 1, 100 do print("äää") end return 1', { outputBytes: 15 })
  expect(bytes.output).toBe('äää\näää\noutput cut at 15 bytes\n')
  expect(bytes.result.ok).toBe(true)
})

test('a source that is too long is not run', async () => {
  const problem = await problemOf(`return "${'x'.repeat(200)}"`, { sourceBytes: 100 })
  expect(problem).toMatchObject({ kind: 'limit', error: { code: 'source_too_large' } })
})

test('calls of a run are counted, docs are not', async () => {
  const source = 'for i = 1, 4 do docs.list() end for i = 1, 4 do app.integrations.probe.value() end'
  const problem = await problemOf(source, { callsPerRun: 3 })
  expect(problem).toMatchObject({
    kind: 'limit',
    line: 1,
    error: { code: 'call_limit', integration: 'probe', function: 'value' },
  })
})

test('documentation is asked for so often, before the page takes the script for something else', async () => {
  const source = 'for i = 1, 20 do docs.list() end print("twenty")\ndocs.search("x")'
  const { output, result } = await run(source, { callsPerRun: 2 })
  expect(output).toBe('twenty\n')
  const message = 'main.lua:2: call_limit: a run may ask for calls and documentation 20 times'
  expect(result).toMatchObject({ ok: false, problem: { kind: 'limit', message, line: 2 } })
})

test('two runs at the same time are refused', async () => {
  const first = run('return app.integrations.probe.value()')
  await expect(run('return 1')).rejects.toThrow('a run is on already')
  expect((await first).result.ok).toBe(true)
})

test('arguments that are too large are refused before they leave', async () => {
  const problem = await problemOf('app.integrations.probe.echo(("x"):rep(300 * 1024))')
  expect(problem).toMatchObject({ kind: 'script', error: { code: 'request_too_large', function: 'echo' } })
})

test('an error message and returned values are cut', async () => {
  const CUT = { text: '… (further values cut)', json: null }
  expect((await problemOf('error(("x"):rep(1e6), 0)')).message.length).toBeLessThan(11_000)
  const { result } = await run('return 1, ("x"):rep(500), 2', { outputBytes: 100 })
  expect(result).toMatchObject({ ok: true, values: [{ text: '1', json: '1' }, { json: null }, CUT] })
  const many = await run('return table.unpack({}, 1, 10001)')
  expect(many.result.ok && [many.result.values.length, many.result.values[10_000]]).toEqual([10_001, CUT])
})

test('memory refused while Lua moves a stack harms nothing, whatever lies in the memory around it', async () => {
  await run('return ("garbage"):rep(1e6)', { memoryBytes: 16 << 20 })
  await run('return pcall(json.decode, ("["):rep(1e5))')
  const source = 'local t = {} for i = 1, 2e5 do t[i] = 1 end return table.unpack(t)'
  for (let i = 0; i < 4; i++) {
    expect(await problemOf(source, { memoryBytes: 8 << 20 })).toMatchObject({ error: { code: 'memory_limit' } })
  }
  expect(runtime.dead).toBe(false)
})

test('short coroutines that start short ones meet the time limit', async () => {
  const source = `local function f(d) if d > 0 then for _ = 1, 40 do coroutine.wrap(f)(d - 1) end end end f(5)`
  expect(await problemOf(source, fast)).toMatchObject({ error: { code: 'cpu_limit' } })
})

test('a request that cannot leave its coroutine is not counted, and takes no reply of another call', async () => {
  const source = `local co
    local probe = app.integrations.probe
    local ask = setmetatable({}, { __newindex = function()
      co = coroutine.create(function() return probe.value{ first = 'A' } end)
      error(select(2, coroutine.resume(co)), 0)
    end })
    local ok, e = pcall(table.insert, ask, 1)
    return e, probe.value(), coroutine.status(co)`
  const { result } = await run(source, { callsPerRun: 1 })
  expect(result.ok && result.values.map(({ text }) => text)).toEqual([
    'main.lua:4: attempt to call an integration across a C-call boundary',
    '1',
    'dead',
  ])
})

test.each(['print', 'warn'])('%s takes as long for each of many values as for one', async (name) => {
  const source = `local t = {} for i = 1, 2e5 do t[i] = 'x' end ${name}(table.unpack(t))`
  const { output, result } = await run(source, { cpuMs: 10_000 })
  expect(result.ok).toBe(true)
  expect(output.match(/x/g)).toHaveLength(200_000)
})

test('a wrong name of a megabyte is answered at once', async () => {
  const readClock = startThreadClock()
  const problem = await problemOf('return app.integrations.probe[("x"):rep(1e6)]')
  const computedMs = readClock()
  expect(problem.error?.code).toBe('unknown_function')
  expect(computedMs).toBeLessThan(2000)
})
