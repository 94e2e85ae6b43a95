import { expect, test } from 'vitest'
import { startThreadClock } from '../../e2e/setup/thread-clock.ts'
import { sampleIndex } from './sample-index.ts'
import { scanScript } from './scan.ts'

/** Calls in short: `upstash.get_key`, with the account in brackets and the line after a colon. */
function summarize(source: string) {
  const { calls, unknown, dynamic } = scanScript(source, sampleIndex)
  const listed = calls.map(
    (call) => `${call.integration}.${call.function}${call.account ? `[${call.account}]` : ''}:${call.line}`,
  )
  return [...listed, ...unknown.map(({ path, line }) => `?${path}:${line}`), ...(dynamic ? ['dynamic'] : [])]
}

test.each([
  ['nothing', 'print(1)', []],
  ['a plain call', 'app.integrations.upstash.get_key{ key = "a" }', ['upstash.get_key:1']],
  ['a call without parentheses', 'app.integrations.upstash.get_key "a"', ['upstash.get_key:1']],
  ['by its long name', 'app.integrations.upstash.upstash_get_key{}', ['upstash.get_key:1']],
  ['by an alias', 'app.integrations.upstash.put_key{}', ['upstash.set_key:1']],
  ['by the long name of an alias', 'app.integrations.upstash.upstash_put_key{}', ['upstash.set_key:1']],
  ['by strings', `app["integrations"]['upstash'][ [[get_key]] ]{}`, ['upstash.get_key:1']],
  ['by an escaped string', '\n\napp.integrations.upstash["\\103et_\\x6bey"]{}', ['upstash.get_key:3']],
  ['a named account', 'app.integrations.upstash.work.get_key{}', ['upstash.get_key[work]:1']],
  ['the default account', 'app.integrations.upstash.default.get_key{}', ['upstash.get_key:1']],
  ['a hyphen', 'app.integrations["acuity-scheduling"].list()', ['acuity-scheduling.list:1']],
  ['an underscore for it', 'app.integrations.acuity_scheduling.list()', ['acuity-scheduling.list:1']],
  ['a local name', 'local c = app.integrations.upstash\nc.get_key{}', ['upstash.get_key:2']],
  ['a chain of names', 'local b = a.upstash\nlocal a = app.integrations\nb.get_key{}', ['upstash.get_key:3']],
  ['a constant', 'local c <const> = app.integrations.upstash\nc.get_key{}', ['upstash.get_key:2']],
  ['a global name', 'c = app.integrations.upstash c.get_key{}', ['upstash.get_key:1']],
  [
    'two names at once',
    'local a, b = app.integrations.upstash, app.integrations.upstash.x\nb.get_key{} a.set_key{}',
    ['upstash.get_key[x]:2', 'upstash.set_key:2'],
  ],
  [
    'a name for a function',
    'local get = app.integrations.upstash.get_key\nget{}\nget{}',
    ['upstash.get_key:2', 'upstash.get_key:3'],
  ],
  ['a name that is never used', 'local get = app.integrations.upstash.get_key', []],
  ['a function handed to pcall', 'pcall(app.integrations.upstash.delete_key, { key = "a" })', ['upstash.delete_key:1']],
  ['a name handed to pcall', 'local del = app.integrations.upstash.delete_key pcall(del)', ['upstash.delete_key:1']],
  ['a result', 'local r = app.integrations.upstash.get_key{ key = "a" }\nprint(r.value)', ['upstash.get_key:1']],
  [
    'a call in an argument',
    'local u = app.integrations.upstash u.set_key{ value = u.get_key{}.value }',
    ['upstash.set_key:1', 'upstash.get_key:1'],
  ],
  ['a method', 'local u = app.integrations.upstash for x in u.get_key:each{} do end', ['upstash.get_key:1']],
  ['a comment', '-- app.integrations.upstash.get_key{}\n--[==[ app.integrations.upstash.set_key{} ]==]', []],
  ['a string', 'print("app.integrations.upstash.get_key{}")', []],
  ['a field of that name', 'local t = { app = 1 } print(t.app, x.app.integrations)', []],
  ['another name in a loop', 'local get = app.integrations.upstash.get_key for get = 1, 2 do end', []],
  ['a parameter of that name', 'local u = app.integrations.upstash local function f(u) end', []],
  ['an unknown function', 'app.integrations.upstash.get_kye{}', ['?upstash.get_kye:1']],
  ['an unknown function of an account', 'app.integrations.upstash.work.get_kye{}', ['?upstash.work.get_kye:1']],
  ['an unknown integration', '\napp.integrations.upstahs.get_key{}', ['?app.integrations.upstahs:2']],
  ['unfinished code', 'local u = app.integrations.upstash\nu.get_key{ key = "a', ['upstash.get_key:2']],
  ['an unfinished path', 'app.integrations.upstash.', ['dynamic']],
  ['an unfinished long string', 'app.integrations.upstash.get_key{} x = [==[ ', ['upstash.get_key:1']],
])('%s', (_name, source, expected) => {
  expect(summarize(source)).toEqual(expected)
})

test.each([
  ['a computed integration', 'app.integrations[name].get_key{}'],
  ['a computed function', 'app.integrations.upstash["get_" .. what]{}'],
  ['a computed function by name', 'local u = app.integrations.upstash u[what]{}'],
  ['a computed name from app', 'app[x].upstash.get_key{}'],
  ['a namespace handed over', 'helper(app.integrations.upstash)'],
  ['a namespace in a table', 'local t = { u = app.integrations.upstash } t.u.get_key{}'],
  ['a namespace in a field', 't.u = app.integrations.upstash'],
  ['a choice', 'local u = x and app.integrations.upstash or app.integrations.upstash.work'],
  ['a walk over everything', 'for name, space in pairs(app.integrations) do end'],
  ['the globals', '_G["a" .. "pp"].integrations.upstash.get_key{}'],
  ['the environment', 'local e = _ENV e.app.integrations.upstash.get_key{}'],
  [
    'a chain that runs backwards for too long',
    Array.from({ length: 40 }, (_, i) => `local a${i} = a${i + 1}`).join('\n') + ' local a40 = app',
  ],
  ['code made at run time', 'load("app.integrations" .. ".upstash.get_key{}")()'],
])('%s cannot be told', (_name, source) => {
  expect(scanScript(source, sampleIndex).dynamic).toBe(true)
})

test('accounts are listed once each, effects with every call', () => {
  const source = `local u = app.integrations.upstash
u.get_key{} u.work.set_key{} u.work.delete_key{} u.default.get_key{}`
  const scan = scanScript(source, sampleIndex)
  expect(scan.accounts).toEqual([
    { integration: 'upstash', account: null },
    { integration: 'upstash', account: 'work' },
  ])
  expect(scan.calls.map(({ effect }) => effect)).toEqual(['read', 'write', 'destructive', 'read'])
})

test('a long script is scanned in a moment', () => {
  const lines = Array.from({ length: 8000 }, (_, i) => `local v${i} = app.integrations.upstash`)
  const readClock = startThreadClock()
  expect(scanScript(lines.join('\n'), sampleIndex).calls).toEqual([])
  expect(readClock()).toBeLessThan(2000)
})
