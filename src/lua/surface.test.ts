import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'
import { sampleIndex } from './sample-index.ts'

const runtime = await loadRuntime(await loadWasm())
/** Answers a call with the call itself, anything else with its operation and payload. */
const host: Host = (operation, payload) =>
  Promise.resolve({ ok: true, text: operation === 'call' ? payload : JSON.stringify([operation, payload]) })

async function run(source: string) {
  const { output, result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)
  return output + (result.ok ? result.values.map(({ text }) => text).join('|') : result.problem.message)
}

const call = (expression: string) =>
  run(`local c = ${expression} return c.integration, c['function'], c.account, c.arguments, c.line`)

test.each([
  ['store2.get_key("a")', 'key-store|get_key|nil|{"key":"a"}|1'],
  ['key_store.get_key{key = "a"}', 'key-store|get_key|nil|{"key":"a"}|1'],
  ['["key-store"].get_key({ key = "a" })', 'key-store|get_key|nil|{"key":"a"}|1'],
  ['key_store.key_store_get_key("a")', 'key-store|get_key|nil|{"key":"a"}|1'],
  ['key_store.store2_get_key("a")', 'key-store|get_key|nil|{"key":"a"}|1'],
  ['store2.store2_put_key("a", 1)', 'key-store|set_key|nil|{"key":"a","value":1}|1'],
  ['store2.work.key_store_put_key("a")', 'key-store|set_key|work|{"key":"a"}|1'],
  ['store2.put_key("a", 1)', 'key-store|set_key|nil|{"key":"a","value":1}|1'],
  ['store2.set_key("a", nil, 5)', 'key-store|set_key|nil|{"ex":5,"key":"a"}|1'],
  ['store2.set_key("a", { 1, 2 })', 'key-store|set_key|nil|{"key":"a","value":[1,2]}|1'],
  ['store2.set_hash("a", { value = 1 })', 'key-store|set_hash|nil|{"key":"a","value":{"value":1}}|1'],
  ['store2.delete_keys({ "a", "b" })', 'key-store|delete_keys|nil|{"keys":["a","b"]}|1'],
  ['store2.delete_keys({ "a" }, "b*")', 'key-store|delete_keys|nil|{"keys":["a"],"pattern":"b*"}|1'],
  ['store2.delete_keys({ { keys = 1 } })', 'key-store|delete_keys|nil|{"keys":[{"keys":1}]}|1'],
  ['store2.delete_keys(json.array{ "a" })', 'key-store|delete_keys|nil|{"keys":["a"]}|1'],
  ['store2.delete_keys({ keys = { "a" } })', 'key-store|delete_keys|nil|{"keys":["a"]}|1'],
  ['store2.delete_keys({ pattern = "b*" })', 'key-store|delete_keys|nil|{"pattern":"b*"}|1'],
  ['store2.delete_keys({})', 'key-store|delete_keys|nil|{}|1'],
  ['store2.delete_keys(json.array{})', 'key-store|delete_keys|nil|{}|1'],
  ['store2.list_keys()', 'key-store|list_keys|nil|{}|1'],
  ['store2.list_keys{}', 'key-store|list_keys|nil|{}|1'],
  ['store2.list_keys(nil)', 'key-store|list_keys|nil|{}|1'],
  ['store2.get_key({ key = "a" }, nil)', 'key-store|get_key|nil|{"key":"a"}|1'],
  ['store2.set_key(json.null, "x")', 'key-store|set_key|nil|{"key":null,"value":"x"}|1'],
  ['store2.default.get_key("a")', 'key-store|get_key|nil|{"key":"a"}|1'],
  ['store2.work.get_key("a")', 'key-store|get_key|work|{"key":"a"}|1'],
  ['store2["team_2"].put_key("a")', 'key-store|set_key|team_2|{"key":"a"}|1'],
])('app.integrations.%s reaches the host', async (expression, expected) => {
  const path = expression.startsWith('[') ? expression : `.${expression}`
  expect(await call(`app.integrations${path}`)).toBe(expected)
})

test.each([
  ['keystore.get_key("a")', 'unknown_integration: there is no integration keystore; did you mean key_store?'],
  ['mail.send("a")', 'unknown_integration: there is no integration mail'],
  ['store2.get_kye("a")', 'key-store.get_kye: unknown_function: there is no function get_kye; did you mean get_key?'],
  [
    'store2.work.get_kye("a")',
    'key-store.get_kye: unknown_function: there is no function get_kye; did you mean get_key?',
  ],
  ['store2.getKey("a")', 'key-store.getKey: unknown_function: there is no function getKey; did you mean get_key?'],
  ['store2.work.other.get_key("a")', 'unknown_function: there is no function other'],
  ['store2()', 'unknown_function'],
  ['store2:get_key("a")', 'key-store.get_key: invalid_argument: functions are called with a dot, not with a colon'],
  ['store2:list_keys()', 'functions are called with a dot'],
  ['store2.get_key("a", "b")', 'key-store.get_key: invalid_argument: takes 1 argument, got 2'],
  ['store2.set_key("a", { value = 1 })', 'positional arguments and a table of names cannot be mixed'],
  ['store2.set_key({ key = "a" }, 1)', 'positional arguments and a table of names cannot be mixed'],
  ['store2.set_key({ "a", 1 })', 'arguments in a table need names, as { name = value }'],
  ['store2.list_keys({ "a" })', 'arguments in a table need names, as { name = value }'],
  ['store2.set_hash({ "a" })', 'arguments in a table need names, as { name = value }'],
  ['store2.delete_keys({}, "b*")', 'positional arguments and a table of names cannot be mixed'],
  ['store2.delete_keys({ keys = { "a" } }, "b*")', 'positional arguments and a table of names cannot be mixed'],
  ['store2.delete_keys({ "a", pattern = "b*" })', 'arguments in a table need names, as { name = value }'],
  ['store2.delete_keys({ "a", other = 1 })', '$.keys: table mixes list items and named fields'],
])('app.integrations.%s is refused', async (expression, expected) => {
  const text = await run(`app.integrations.${expression}`)
  expect(text).toMatch(/^main\.lua:1: /)
  expect(text).toContain(expected)
})

test('functions are tables that can be called, compared and listed', async () => {
  expect(
    await run(`
      local store = app.integrations.store2
      print(type(store.get_key), store.get_key == store.key_store_get_key, store == app.integrations.key_store)
      print(store.get_key, store.work)
      for name, namespace in pairs(app.integrations) do
        local names = {}
        for fn in pairs(namespace) do names[#names + 1] = fn end
        print(name, table.concat(names, ' '))
      end
      dump({ store.get_key })`),
  ).toBe(
    'table\ttrue\ttrue\n' +
      'app.integrations.key_store.get_key\tapp.integrations.key_store.work\n' +
      'key_store\tdelete_keys get_key list_keys set_hash set_key\n' +
      'probe\techo fail value\n' +
      '[\n  app.integrations.key_store.get_key\n]\n',
  )
})

test('pairs lists the accounts that there are, after the functions', async () => {
  const source = `for name, member in pairs(app.integrations.store2) do print(name, member) end
    for name in pairs(app.integrations.store2.work) do print('work', name) end
    for name in pairs(app.integrations.probe) do print('probe', name) end`
  const accounts = { 'key-store': ['work', 'default', 'archive'], other: ['work'] }
  const { output } = await gatherRun(runtime, createInputs(source, { index: sampleIndex, accounts }), host)
  const path = 'app.integrations.key_store'
  const functions = ['delete_keys', 'get_key', 'list_keys', 'set_hash', 'set_key']
  expect(output.trimEnd().split('\n')).toEqual([
    ...[...functions, 'archive', 'work'].map((name) => `${name}\t${path}.${name}`),
    ...functions.map((name) => `work\t${name}`),
    ...['echo', 'fail', 'value'].map((name) => `probe\t${name}`),
  ])
})

test.each([
  ['docs.list()', '["docs.list",""]'],
  ['docs.list("upstash")', '["docs.list","upstash"]'],
  ['docs.list({ namespace = "upstash" })', '["docs.list","upstash"]'],
  ['docs.search("keys")', '["docs.search","{\\"limit\\":20,\\"query\\":\\"keys\\"}"]'],
  ['docs.search("keys", 5)', '["docs.search","{\\"limit\\":5,\\"query\\":\\"keys\\"}"]'],
  ['docs.search("keys", { limit = 5 })', '["docs.search","{\\"limit\\":5,\\"query\\":\\"keys\\"}"]'],
  ['docs.search("keys", 0)', 'main.lua:1: docs.search: limit is a whole number from 1 to 100'],
  ['docs.read("key-store")', '["docs.read","key-store"]'],
  ['docs.read("app.integrations.key-store.get_key")', '["docs.read","app.integrations.key-store.get_key"]'],
  ['lua_list_docs()', '["docs.list",""]'],
  ['lua_list_docs({})', '["docs.list",""]'],
  ['lua_search_docs({ query = "keys", limit = 3 })', '["docs.search","{\\"limit\\":3,\\"query\\":\\"keys\\"}"]'],
  ['lua_search_docs("keys")', '["docs.search","{\\"limit\\":10,\\"query\\":\\"keys\\"}"]'],
  ['lua_read_doc("integrations.key-store")', '["docs.read","integrations.key-store"]'],
  ['lua_read_doc({ page = "overview" })', '["docs.read","overview"]'],
  ['docs.read(1)', 'main.lua:1: docs.read: page expected, a string'],
  ['docs:read("upstash")', 'main.lua:1: docs.read is called with a dot, not with a colon'],
  ['docs:list()', 'main.lua:1: docs.list is called with a dot, not with a colon'],
])('%s asks the host', async (expression, expected) => {
  expect(await run(`return ${expression}`)).toBe(expected)
})

test('there are no MCP servers yet', async () => {
  expect(await run('return mcp.servers(), mcp.tools(), next(mcp.servers())')).toBe('{}|{}|nil')
  for (const source of [
    'mcp.call("tavily.search", {})',
    'app.mcp.tavily.search({})',
    'mcp.tools("tavily")',
    'mcp.schema("tavily.search")',
    'mcp.resources("tavily")',
    'mcp.get_prompt("tavily", "x")',
  ]) {
    expect(await run(source)).toBe('main.lua:1: unknown_integration: no MCP server is called tavily')
  }
})

test.each([
  ['print(1, "a", nil, true, 1.0, {})', '1\ta\tnil\ttrue\t1.0\t{}\n'],
  ['print()', '\n'],
  ['print({ b = 1, a = "x" })', '{\n  a: "x",\n  b: 1\n}\n'],
  ['dump("text")', 'text\n'],
  ['dump({ 1, { 2 } })', '[\n  1,\n  [\n    2\n  ]\n]\n'],
  ['return dump(7) + 1', '7\n8'],
  ['dump(json.decode("[[], {}, null]"))', '[\n  [],\n  {},\n  null\n]\n'],
  [
    'dump({ ["a b"] = "q\\"\\n", [10] = 1, [2] = 2, f = print })',
    '{\n  2: 2,\n  10: 1,\n  "a b": "q\\"\\n",\n  f: <function>\n}\n',
  ],
  ['local t = {} t.t = t dump(t)', '{\n  t: <circular>\n}\n'],
  ['local s = { 1 } dump({ s, s })', '[\n  [\n    1\n  ],\n  [\n    1\n  ]\n]\n'],
  ['return tostring({ 1 })', '[\n  1\n]'],
  ['return tostring(nil), tostring(1.5), tostring("x")', 'nil|1.5|x'],
  ['print(setmetatable({}, { __tostring = function() return "me" end, __metatable = false }))', 'me\n'],
  ['warn("a", "b")', 'warning: ab\n'],
])('%s', async (source, expected) => {
  expect(await run(source)).toBe(expected)
})

test.each([
  ['json.encode({ b = 1, a = { 2, "x" } })', '{"a":[2,"x"],"b":1}'],
  ['json.encode({ a = { 1 }, b = {} }, { pretty = true })', '{\n  "a": [\n    1\n  ],\n  "b": {}\n}'],
  ['json.encode({ 1 }, { indent = 4 })', '[\n    1\n]'],
  ['json.encode({ 1 }, { indent = 0 })', '[1]'],
  [
    'select(2, pcall(json.encode, { 1 }, { indent = "x" }))',
    'main.lua:1: json.encode: indent is a whole number from 0 to 16',
  ],
  [
    'select(2, pcall(json.encode, { 1 }, { indent = 1e9 }))',
    'main.lua:1: json.encode: indent is a whole number from 0 to 16',
  ],
  ['json.encode(json.null)', 'null'],
  ['json.encode("/é")', '"/é"'],
  ['json.decode("null")', 'nil'],
  ['json.decode("null", { null = true }) == json.null', 'true'],
  ['json.decode(\'{"a":null}\', { null = true }).a == json.null', 'true'],
  ['#json.decode("[null, null]")', '2'],
  ['tostring(json.null), type(json.null)', 'null|table'],
  [
    'select(2, pcall(json.decode, "{} x"))',
    'main.lua:1: json.decode: not JSON at byte 4: unexpected text after the value',
  ],
  ['select(2, pcall(json.decode, "\\xff"))', 'main.lua:1: json.decode: not JSON at byte 1: not valid UTF-8'],
  ['select(2, pcall(json.decode, 5))', 'main.lua:1: json.decode: string expected, got number'],
])('%s is %s', async (expression, expected) => {
  expect(await run(`return ${expression}`)).toBe(expected)
})
