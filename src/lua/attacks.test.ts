import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())
const host: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })

async function run(source: string) {
  const { result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)
  return result.ok ? result.values.map((value) => value.text).join(' ') : `failed: ${result.problem.message}`
}

test.each([
  'io',
  'package',
  'require',
  'dofile',
  'loadfile',
  'loadstring',
  'string.dump',
  'os.execute',
  'os.exit',
  'os.getenv',
  'os.remove',
  'os.rename',
  'os.tmpname',
  'os.setlocale',
  'debug.getinfo',
  'debug.getupvalue',
  'debug.getmetatable',
  'debug.getregistry',
  'debug.sethook',
  'debug.setmetatable',
  'Promise',
  'null',
])('%s is nil', async (name) => {
  expect(await run(`return ${name}`)).toBe('nil')
})

test('os and debug hold what is documented and nothing else', async () => {
  const names = 'local t = {} for k in pairs(...) do t[#t + 1] = k end table.sort(t) return table.concat(t, " ")'
  expect(await run(`return load([[${names}]])(os)`)).toBe('clock date difftime time')
  expect(await run(`return load([[${names}]])(debug)`)).toBe('traceback')
})

test('the globals are those of the reference', async () => {
  const source = 'local t = {} for k in pairs(_G) do t[#t + 1] = k end table.sort(t) return table.concat(t, " ")'
  expect(await run(source)).toBe(
    '_G _VERSION app assert collectgarbage coroutine debug docs dump error getmetatable ipairs json load ' +
      'lua_list_docs lua_read_doc lua_search_docs math mcp next os pairs pcall print rawequal rawget rawlen rawset ' +
      'regex select setmetatable string table tonumber tostring type utf8 warn xpcall',
  )
})

test.each([
  ['load takes no bytecode', 'return load("\\27Lua")', 'attempt to load a binary chunk'],
  [
    'load takes no bytecode when asked to',
    'return load("\\27Lua", "x", "b")',
    "attempt to load a text chunk (mode is 'b')",
  ],
  [
    'load takes no bytecode from a reader',
    'local n = 0 return load(function() n = n + 1 return n == 1 and "\\27Lua" or nil end, "x", "bt")',
    'attempt to load a binary chunk',
  ],
  [
    'a call error has a locked metatable',
    'local ok, e = pcall(function() return app.integrations.nobody end) return getmetatable(e)',
    'CallError',
  ],
  [
    'its metatable cannot be replaced',
    'local ok, e = pcall(function() return app.integrations.nobody end) return pcall(setmetatable, e, {})',
    'false cannot change a protected metatable',
  ],
  ['app has a locked metatable', 'return getmetatable(app), getmetatable(app.integrations.probe.value)', 'app app'],
  [
    'app cannot be changed',
    'return pcall(function() app.integrations.probe.value = print end)',
    'false main.lua:1: app cannot be changed',
  ],
  [
    'json.null cannot be changed',
    'return pcall(function() json.null.x = 1 end)',
    'false main.lua:1: json.null cannot be changed',
  ],
  [
    'rawset on app changes nothing that counts',
    'rawset(app, "integrations", { probe = 1 }) return type(app.integrations), app.integrations.probe',
    'table 1',
  ],
  [
    'there is no way to __proto__',
    'return app.integrations.probe.value.__proto__, ("").__proto__, json.null.constructor',
    'nil nil nil',
  ],
  ['the host gets nothing but a call', 'return app.integrations.probe.value().integration', 'probe'],
])('%s', async (_name, source, expected) => {
  expect(await run(source)).toContain(expected)
})

test('a coroutine of the script never sees a request to the host', async () => {
  const source = `
    local seen = {}
    local co = coroutine.create(function() return app.integrations.probe.value() end)
    for i = 1, 3 do
      local values = table.pack(coroutine.resume(co))
      seen[#seen + 1] = values.n .. type(values[2]) .. coroutine.status(co)
    end
    return table.concat(seen, ' ')`
  expect(await run(source)).toBe('2tabledead 2stringdead 2stringdead')
})

test('a script that replaces every library function hurts only itself', async () => {
  const source = `
    local pack, call, value, text = table.pack, pcall, app.integrations.probe.value, json.encode
    local evil = function() error('evil') end
    for _, name in ipairs({ 'string', 'table', 'math', 'utf8', 'coroutine' }) do
      for key in pairs(_G[name]) do _G[name][key] = evil end
    end
    for _, name in ipairs({ 'type', 'next', 'select', 'error', 'rawget', 'setmetatable', 'getmetatable', 'tostring', 'pcall' }) do
      _G[name] = evil
    end
    getmetatable = nil
    local ok, reply = call(value, 1)
    local fine, listed = call(value)
    return reply.code, listed['function'], text({ b = 1, a = { 2, 'x' } })`
  expect(await run(source)).toBe('invalid_argument value {"a":[2,"x"],"b":1}')
})

test('a finalizer put on the mark that all decoded lists share never runs', async () => {
  const source = `
    for _, shared in ipairs({ json.array(), json.object(), json.decode('[1]') }) do
      local marks = getmetatable(shared) or {}
      marks.__gc = function() while true do end end
      marks.__index = function() return 'taken' end
    end
    local made = json.decode('[[], []]')
    made = nil
    collectgarbage()
    return json.decode('[]')[1], getmetatable(json.array()), pcall(getmetatable)`
  expect(await run(source)).toBe("nil nil false main.lua:10: bad argument #1 to 'getmetatable' (value expected)")
})

test('a finalizer put in the place of false never runs', async () => {
  const source = `local marks = { __gc = false }
    setmetatable({}, marks)
    marks.__gc = function() ran = true end
    collectgarbage()
    return ran`
  expect(await run(source)).toBe('nil')
})

test('the metatable of strings is the own one of every run', async () => {
  expect(await run('getmetatable("").__index = function() return "taken" end return ("x").y')).toBe('taken')
  expect(await run('return ("x").y, ("x"):upper()')).toBe('nil X')
})

test('globals of one run are gone in the next', async () => {
  await run('leak = 1 string.leak = 2')
  expect(await run('return leak, string.leak')).toBe('nil nil')
})

test('no text of the runtime or of the machine shows in errors and tracebacks', async () => {
  const sources = [
    'print(debug.traceback("x"))',
    'local ok, e = pcall(string.gsub, "x", "(", "") print(e)',
    'table.sort({ 3, "x", {} })',
    'local t = setmetatable({}, { __tostring = function() error("deep") end }) print(t)',
    'coroutine.wrap(function() error("inner") end)()',
    'json.encode({ print })',
    'app.integrations.probe.valu()',
  ]
  for (const source of sources) {
    const { output, result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)
    expect(output + JSON.stringify(result)).not.toMatch(/prelude|\?:|\[C\]|node_modules|wasm|\/src\//)
  }
})
