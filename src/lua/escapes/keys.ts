// Attempts by names that mean something to JavaScript, everywhere that values cross to it, and by forged calls and errors.
import { attempt } from './attempt.ts'

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  '__defineGetter__',
]
const LIST = `{ ${NAMES.map((name) => `'${name}'`).join(', ')} }`
const ALL = `(function() local t = {} for i, name in ipairs(${LIST}) do t[name] = { polluted = i, [name] = i } end return t end)()`
/** The same as JSON in a Lua string, keys in the order of their bytes, as `json.encode` has them. */
const ALL_JSON = `'${writeSorted(
  NAMES.map((name, i) => [
    name,
    writeSorted([
      [name, `${i + 1}`],
      ['polluted', `${i + 1}`],
    ]),
  ]),
)}'`

function writeSorted(fields: [string, string][]): string {
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([name, value]) => `"${name}":${value}`).join(',')}}`
}

export const keyAttempts = [
  attempt(
    'names in arguments',
    'true',
    `return json.encode(json.decode(app.integrations.probe.echo{ first = ${ALL} }.arguments).first) == ${ALL_JSON}`,
    { calls: ['echo'] },
  ),
  attempt(
    'names of arguments',
    '8',
    `local count = 0
     for _, name in ipairs(${LIST}) do
       local sent = app.integrations.probe.echo{ [name] = 1 }.arguments
       if sent == '{"' .. name .. '":1}' then count = count + 1 end
     end
     return count`,
    { calls: Array.from({ length: 8 }, () => 'echo') },
  ),
  attempt(
    'names in json.decode',
    'true nil',
    `local t = json.decode(${ALL_JSON}) return json.encode(t) == ${ALL_JSON}, ({}).polluted`,
  ),
  attempt('names in json.encode', 'true', `return json.encode(${ALL}) == ${ALL_JSON}`),
  attempt(
    'names as values',
    '{\n  __proto__: 1,\n  constructor: 2,\n  then: 3\n}',
    `return { ['__proto__'] = 1, constructor = 2, ['then'] = 3 }`,
  ),
  attempt(
    'names that are printed',
    '',
    `print({ ['__proto__'] = { polluted = 1 } }) dump({ constructor = 'x', ['then'] = { ['__proto__'] = 1 } })`,
    {
      prints:
        '{\n  __proto__: {\n    polluted: 1\n  }\n}\n{\n  constructor: "x",\n  then: {\n    __proto__: 1\n  }\n}\n',
    },
  ),
  attempt(
    'names of groups in regex',
    'a b c d',
    `local m = regex.match('abcd', '(?<__proto__>a)(?<constructor>b)(?<toString>c)(?<then>d)')
     return m['__proto__'], m.constructor, m.toString, m['then']`,
  ),
  attempt(
    'names of groups in replacements',
    'aa-${constructor}${toString}',
    `return regex.gsub('a', '(?<__proto__>a)', '\${__proto__}\${__proto__}-\${constructor}\${toString}')`,
  ),
  attempt(
    'names of classes in regex',
    'nil nil nil',
    `local function try(name) local ok, m = pcall(regex.match, 'function [native code]', '^[[:' .. name .. ':]]') return ok and m and 'matched' or nil end
     return try('constructor'), try('toString'), try('valueOf')`,
  ),
  attempt(
    'names as flags of regex',
    '0',
    `local found = 0
     for _, flags in ipairs({ 'd', 'y', 'v', '__proto__', 'constructor' }) do if pcall(regex.match, 'a', 'a', flags) then found = found + 1 end end
     return found`,
  ),
  attempt(
    'the state of a regex from one call to the next',
    'a a 1 1',
    `local m, n = regex.match('a', '/a/'), regex.match('a', '/a/')
     return m[1], n[1], #regex.match_all('aa', '/^a/')[1], #regex.match_all('aa', '/^a/')[1]`,
  ),
  attempt(
    'names of integrations',
    '8',
    `local count = 0
     for _, name in ipairs(${LIST}) do
       local ok, e = pcall(function() return app.integrations[name] end)
       if not ok and e.code == 'unknown_integration' then count = count + 1 end
     end
     return count`,
  ),
  attempt(
    'names of functions',
    'unknown_function unknown_function nil',
    `local function try(name) local ok, e = pcall(function() return app.integrations.probe[name] end) return not ok and e.code or nil end
     return try('__proto__'), try('hasOwnProperty'), try('constructor')`,
  ),
  attempt(
    'an account that is called constructor',
    'constructor',
    'return app.integrations.probe.constructor.value().account',
    { calls: ['value'] },
  ),
  attempt(
    'fields of a function of an integration',
    'nil nil nil unknown_integration',
    `local _, e = pcall(function() return app.constructor end)
     return app.integrations.probe.value.__proto__, ("").__proto__, json.null.constructor, e.code`,
  ),
  attempt(
    'a key that ends a text in C',
    'true',
    `local text = json.decode(app.integrations.probe.echo{ ['a\\0b'] = 'c\\0d' }.arguments)
     return text['a\\0b'] == 'c\\0d'`,
    { calls: ['echo'] },
  ),
  attempt(
    'an error table with names',
    'failed: {\n  __proto__: {\n    polluted: 1\n  },\n  then: <function>\n}',
    `error({ ['__proto__'] = { polluted = 1 }, ['then'] = print })`,
  ),

  // Forged calls
  attempt(
    'an operation of the script',
    'value',
    `local node = app.integrations.probe.value
     rawset(node, 'function', 'delete_all') rawset(node, 'name', 'delete_all')
     return node()['function']`,
    { calls: ['value'] },
  ),
  attempt(
    'a function that is forged by rawset',
    'value 1',
    `local probe = app.integrations.probe
     local value = probe.value
     rawset(probe, 'delete_all', value)
     rawset(probe, 'own', 1)
     return probe.delete_all()['function'], probe.own`,
    { calls: ['value'] },
  ),
  attempt(
    'arguments that end their own JSON',
    '{"first":"\\"}],\\"function\\":\\"delete\\",\\"x\\":[{\\""} echo',
    `local call = app.integrations.probe.echo{ first = '"}],"function":"delete","x":[{"' }
     return call.arguments, call['function']`,
    { calls: ['echo'] },
  ),
  attempt(
    'an account that ends its own JSON',
    'unknown_function',
    `local _, e = pcall(function() return app.integrations.probe['x","function":"delete'].value() end) return e.code`,
  ),
  attempt(
    'accounts beyond the pattern',
    '0',
    `local found = 0
     for _, name in ipairs({ '../x', 'X', 'a.b', 'a/b', 'a b', 'a\\0', 'é', '1a', ('a'):rep(33), '' }) do
       if pcall(function() return app.integrations.probe[name].value() end) then found = found + 1 end
     end
     return found`,
  ),
  attempt(
    'pages of the documentation outside of it',
    '0',
    `local found = 0
     for _, page in ipairs({ '../../etc/passwd', '/etc/passwd', 'http://127.0.0.1/', '..', 'nobody\\0probe', '__proto__' }) do
       local ok, text = pcall(docs.read, page)
       if ok and not text:find(page, 1, true) then found = found + 1 end
     end
     return found`,
  ),

  // Errors
  attempt(
    'an error that poses as a limit',
    'failed: {\n  code: "call_limit",\n  error: {\n    code: "cpu_limit"\n  },\n  message: "x"\n}',
    `error({ code = 'call_limit', message = 'x', error = { code = 'cpu_limit' } })`,
  ),
  attempt(
    'a call error with other fields',
    'failed: main.lua:1: {}: {}',
    `local _, e = pcall(function() return app.integrations.nobody end)
     e.code, e.message, e.integration = {}, {}, nil
     error(e)`,
  ),
  attempt(
    'a line beyond all numbers in an error',
    'failed: main.lua:99999999999999999999: x',
    `error('main.lua:99999999999999999999: x', 0)`,
  ),
  attempt('a position of the prelude in an error', 'failed: main.lua:1: x', `error('?:-1: x', 0)`),
  attempt(
    'an error whose __tostring raises',
    'failed: {}',
    'error(setmetatable({}, { __tostring = function() error("again") end }))',
  ),
  attempt(
    'an error whose __tostring gives a table',
    'failed: {}',
    'error(setmetatable({}, { __tostring = function() return {} end }))',
  ),
  attempt(
    'an error whose __tostring calls the host',
    'failed: value',
    `error(setmetatable({}, { __tostring = function() return app.integrations.probe.value()['function'] end }))`,
    { calls: ['value'] },
  ),
  attempt(
    'an error whose __tostring yields',
    'failed: {}',
    'error(setmetatable({}, { __tostring = coroutine.yield }))',
  ),
  attempt(
    'an error whose metatable hides and answers everything',
    'failed: {}',
    `error(setmetatable({}, { __metatable = false, __name = 'CallError', __index = function() return error end, __eq = function() return true end }))`,
  ),
  attempt(
    'returned values with metatables',
    '{} {}',
    `return setmetatable({}, { __tostring = function() error('asked') end, __index = error, __pairs = error }), setmetatable({}, { __name = 'x', __len = error })`,
  ),
  attempt('an error without a value', 'failed: nil', 'error()'),
  attempt('a warning that commands', '', `warn('@load') warn('@off') warn('unheard') warn('@on') warn('@', 'heard')`, {
    prints: 'warning: @heard\n',
  }),
]
