// What the prelude replaces must still behave as Lua 5.4 says, to the letter where a script can tell.
import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'

const runtime = await loadRuntime(await loadWasm())
const host: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })

async function run(source: string | Uint8Array): Promise<string> {
  const { result } = await gatherRun(runtime, createInputs(source), host)
  return result.ok ? result.values.map(({ text }) => text).join('|') : result.problem.message
}

const YIELDS = 'attempt to yield across a C-call boundary'
const inCoroutine = (body: string) =>
  `return select(2, coroutine.resume(coroutine.create(function() return select(2, pcall(function() ${body} end)) end)))`

test.each([
  ['table.sort({ 3, 1, 2 }, function(a, b) coroutine.yield() return a < b end)'],
  ['string.gsub("abc", ".", function() coroutine.yield() end)'],
  ['tostring(setmetatable({}, { __tostring = function() coroutine.yield() end }))'],
  ['string.format("%s", setmetatable({}, { __tostring = function() coroutine.yield() end }))'],
  ['load(function() coroutine.yield() end)() '],
  ['table.concat(setmetatable({}, { __index = function() coroutine.yield() end, __len = function() return 1 end }))'],
  ['for _ in ipairs(setmetatable({}, { __index = function() coroutine.yield() end })) do end'],
])('a yield of the script inside %s is the error that it is in Lua', async (body) => {
  const text = await run(inCoroutine(body))
  // A reader function that fails makes load answer nil: what is called then is no function.
  expect(text).toMatch(body.startsWith('load') ? /attempt to call a nil value/ : new RegExp(YIELDS))
})

test('the same coroutine may yield again after such an error', async () => {
  const source = `local co = coroutine.wrap(function()
    assert(not pcall(table.sort, { 1, 2, 3 }, coroutine.yield))
    assert(coroutine.isyieldable())
    coroutine.yield(20)
    return 30
  end)
  return co(), co()`
  expect(await run(source)).toBe('20|30')
})

test.each([
  ['tostring({}):match("^table: ") ~= nil', 'true'],
  ['tostring(setmetatable({}, { __name = "Kind" })):match("^Kind: ") ~= nil', 'true'],
  ['tostring(json.decode("[]")), tostring({ 1 })', '[]|[\n  1\n]'],
  ['string.format("%.4s", setmetatable({}, { __name = "hi" }))', 'hi: '],
  ['select(2, pcall(table.sort, { 1, 2, 3, 4 }, function() return true end))', 'invalid order function for sorting'],
  [
    'select(2, pcall(table.sort, setmetatable({}, { __len = function() return math.maxinteger end })))',
    /array too big/,
  ],
  ['pcall(table.sort, setmetatable({}, { __len = function() return -1 end }), error)', 'true'],
  ['select(2, xpcall(error, function() error("again") end))', 'error in error handling'],
  ['select(2, xpcall(error, function(e) if e then error() end return "second" end, "first"))', 'second'],
  ['collectgarbage() , collectgarbage("step") ~= nil, collectgarbage("count") > 0', '0|true|true'],
  ['collectgarbage("stop"), collectgarbage("isrunning"), collectgarbage("restart")', '0|false|0'],
  ['collectgarbage("generational"), collectgarbage("incremental")', 'incremental|generational'],
  ['select(2, pcall(collectgarbage, "nooption"))', /invalid option 'nooption'/],
])('%s', async (expression, expected) => {
  const text = await run(`return ${expression}`)
  if (typeof expected === 'string') expect(text).toBe(expected)
  else expect(text).toMatch(expected)
})

test.each([
  ['print', '{}', "'__tostring' must return a string"],
  ['warn', 'nil', "bad argument #1 to 'warn' (string expected, got nil)"],
])('%s names the line that called it, also where that returns, and none under pcall', async (name, value, reason) => {
  const bad = `local value = ${value} and setmetatable({}, { __tostring = function() return {} end })`
  const source = `${bad}\nlocal function f()\n  return ${name}(value)\nend\nreturn select(2, pcall(f)), select(2, pcall(${name}, value))`
  expect(await run(source)).toBe(`main.lua:3: ${reason}|${reason}`)
})

test('a comparator sorts like Lua itself, whatever the order was', async () => {
  const source = `local wrong = 0
  for n = 0, 200 do
    local a, b = {}, {}
    for i = 1, n do a[i] = math.random(1, n) b[i] = a[i] end
    table.sort(a)
    table.sort(b, function(x, y) return x < y end)
    for i = 1, n do if a[i] ~= b[i] then wrong = wrong + 1 end end
  end
  return wrong`
  expect(await run(source)).toBe('0')
})

test('a source of bytes need not be UTF-8', async () => {
  const source = new Uint8Array([...new TextEncoder().encode('return #"'), 0xe9, 0xff, 0x22])
  expect(await run(source)).toBe('2')
})
