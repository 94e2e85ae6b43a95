// Attempts on what a script can name or reach: globals, remnants of libraries, values behind values.
import { attempt } from './attempt.ts'

/** Of Lua's own libraries, of the machine's and of JavaScript. */
const ABSENT = [
  ...['io', 'package', 'require', 'dofile', 'loadfile', 'loadstring', 'module', 'setfenv', 'getfenv', 'newproxy'],
  ...['string.dump', 'os.execute', 'os.exit', 'os.getenv', 'os.remove', 'os.rename', 'os.tmpname', 'os.setlocale'],
  ...['debug.getinfo', 'debug.getupvalue', 'debug.setupvalue', 'debug.getlocal', 'debug.getmetatable', 'debug.sethook'],
  ...['debug.setmetatable', 'debug.getregistry', 'debug.getuservalue', 'debug.upvalueid', 'debug.debug'],
]
const JAVASCRIPT = [
  ...['globalThis', 'window', 'self', 'document', 'location', 'navigator', 'process', 'global', 'Module', 'Function'],
  ...['eval', 'fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'importScripts', 'postMessage', 'WebAssembly'],
  ...['localStorage', 'indexedDB', 'caches', 'crypto', 'console', 'setTimeout', 'Promise', 'null', 'undefined', 'js'],
]

/** `walk(value, visit)`: everything that Lua can reach from a value, each once, with its path. */
export const WALK = `
local function walk(root, visit)
  local seen, queue = {}, { { '', root } }
  local function add(path, value)
    if value ~= nil and not seen[value] then
      seen[value] = true
      queue[#queue + 1] = { path, value }
    end
  end
  local at = 0
  while at < #queue do
    at = at + 1
    local path, value = queue[at][1], queue[at][2]
    visit(value, path)
    local ok, metatable = pcall(getmetatable, value)
    if ok then add(path .. '~', metatable) end
    if type(value) == 'table' then
      for key, item in next, value do
        add(path .. '[key]', key)
        add(path .. '.' .. tostring(key), item)
      end
      pcall(function()
        for key, item in pairs(value) do add(path .. '.' .. tostring(key), item) end
      end)
    end
  end
end
local function gather()
  local errors = { select(2, pcall(function() return app.integrations.nobody end)) }
  errors[2] = select(2, pcall(function() return app.integrations.probe.valeu end))
  errors[3] = select(2, pcall(app.integrations.probe.echo, 1, 2, 3, 4))
  errors[4] = select(2, pcall(json.decode, '{'))
  return { _G, getmetatable(''), errors, json.decode('[[], {}, null]'), json.array(), json.object(), coroutine.running() }
end
`

/** Whether a value is one of the tables that the prelude keeps to itself. */
export const IS_INNER = `
local function isInner(value)
  if type(value) ~= 'table' then return type(value) == 'userdata' end
  for _, name in next, { 'base', 'REQUEST', 'EXPIRED', 'REFUSED', 'ask', 'take', 'withdraw', 'shown', 'arrays' } do
    if rawget(value, name) ~= nil then return true end
  end
  return false
end
`

export const globalAttempts = [
  ...ABSENT.map((name) => attempt(`${name} is absent`, 'nil', `return ${name}`)),
  attempt(
    'names of JavaScript',
    '0',
    `local found = 0
     for _, name in ipairs({ ${JAVASCRIPT.map((name) => `'${name}'`).join(', ')} }) do
       if _G[name] ~= nil then found = found + 1 end
     end
     return found`,
  ),
  attempt(
    'a global that the reference does not name',
    '_G _VERSION app assert collectgarbage coroutine debug docs dump error getmetatable ipairs json load ' +
      'lua_list_docs lua_read_doc lua_search_docs math mcp next os pairs pcall print rawequal rawget rawlen rawset ' +
      'regex select setmetatable string table tonumber tostring type utf8 warn xpcall',
    'local t = {} for k in pairs(_G) do t[#t + 1] = k end table.sort(t) return table.concat(t, " ")',
  ),
  attempt(
    'more of os and debug than is documented',
    'clock date difftime time traceback',
    `local names = {}
     for _, library in ipairs({ os, debug }) do for name in pairs(library) do names[#names + 1] = name end end
     table.sort(names)
     return table.concat(names, ' ')`,
  ),
  attempt(
    'kinds of values within reach',
    'boolean function number string table thread',
    `${WALK}
     local kinds, names = {}, {}
     walk(gather(), function(value) kinds[type(value)] = true end)
     for kind in next, kinds do names[#names + 1] = kind end
     table.sort(names)
     return table.concat(names, ' ')`,
  ),
  attempt(
    'tables of the prelude within reach',
    '0 true',
    `${WALK} ${IS_INNER}
     local inner, count = 0, 0
     walk(gather(), function(value) count = count + 1 if isInner(value) then inner = inner + 1 end end)
     return inner, count > 150`,
  ),
  attempt(
    'threads within reach',
    '1 true',
    `${WALK}
     local threads, main = 0, coroutine.running()
     walk(gather(), function(value) if type(value) == 'thread' then threads = threads + 1 end end)
     return threads, coroutine.status(main) == 'running'`,
  ),
  attempt(
    'what all functions give back for odd arguments',
    '0 0 true',
    `${WALK} ${IS_INNER}
     local functions, skipped = {}, { [print] = true, [dump] = true, [warn] = true, [docs.list] = true }
     walk(gather(), function(value)
       if type(value) == 'function' and not skipped[value] then functions[#functions + 1] = value end
     end)
     local function odd()
       return { true, 0, -3, 'x', '%s', '[[:x:]]', {}, { 'x' }, function() end, coroutine.create(function() end), json.null, app,
         json.array{ 1 }, 2^53, select(2, pcall(function() return app.integrations.nobody end)) }
     end
     local inner, leaks, calls = 0, 0, 0
     local function look(ok, ...)
       calls = calls + 1
       for i = 1, select('#', ...) do
         local value = select(i, ...)
         if isInner(value) then inner = inner + 1 end
         if type(value) == 'string' and (value:find('prelude', 1, true) or value:find('?:', 1, true) or value:find('[C]', 1, true)) then
           leaks = leaks + 1
         end
         if type(value) == 'table' and not ok then walk(value, function(v) if isInner(v) then inner = inner + 1 end end) end
       end
     end
     for _, f in ipairs(functions) do
       local values = odd()
       look(pcall(f))
       for _, first in ipairs(values) do
         look(pcall(f, first))
         for _, second in ipairs(values) do look(pcall(f, first, second, first)) end
       end
     end
     return inner, leaks, calls > 10000`,
  ),
  attempt(
    'an environment of its own around a chunk',
    'nil nil 1',
    `local own = { a = 1 }
     local f = load('b = a return print, _G, a', 'x', 't', own)
     return f()`,
  ),
  attempt(
    'an environment that answers for every name',
    'PRINT nil',
    `local _ENV = setmetatable({}, { __index = function(_, name) return name:upper() end })
     return print, nil`,
  ),
  attempt(
    'no place of the machine in errors and tracebacks',
    '0',
    `local texts = {
       debug.traceback('x'), select(2, pcall(string.gsub, 'x', '(', '')), select(2, pcall(table.sort, { 3, 'x', {} })),
       select(2, pcall(coroutine.wrap(function() error('inner') end))), select(2, pcall(json.encode, { print })),
       tostring(select(2, pcall(function() return app.integrations.probe.valu() end))),
       select(2, pcall(tostring, setmetatable({}, { __tostring = function() error('deep') end }))),
       select(2, xpcall(error, debug.traceback, 'x')), select(2, pcall(load, {})), select(2, pcall(os.time, {})),
     }
     local found = 0
     for _, text in ipairs(texts) do
       for _, part in ipairs({ 'prelude', '?:', '[C]', 'node_modules', 'wasm', '/src/', 'file:' }) do
         if tostring(text):find(part, 1, true) then found = found + 1 end
       end
     end
     return found`,
  ),
]
