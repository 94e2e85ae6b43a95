// Attempts through metatables: of the prelude's values, of strings, and finalizers.
import { attempt } from './attempt.ts'

const SHARED = `{ json.array(), json.object(), json.decode('[1]'), json.decode('{"a":1}') }`

export const metatableAttempts = [
  attempt(
    'the metatables of app',
    'app app app app app.mcp',
    'return getmetatable(app), getmetatable(app.integrations), getmetatable(app.integrations.probe), getmetatable(app.integrations.probe.value), tostring(app.mcp)',
  ),
  attempt(
    'other metatables for app, a call error and null',
    'false false false',
    `local _, e = pcall(function() return app.integrations.nobody end)
     return (pcall(setmetatable, app, {})), (pcall(setmetatable, e, {})), (pcall(setmetatable, json.null, {}))`,
  ),
  attempt(
    'the metatable of a call error',
    'CallError',
    'local _, e = pcall(function() return app.integrations.nobody end) return getmetatable(e)',
  ),
  attempt(
    'a function of an integration, replaced',
    'false main.lua:1: app cannot be changed',
    'return pcall(function() app.integrations.probe.value = print end)',
  ),
  attempt(
    'a meaning for null',
    'false main.lua:1: json.null cannot be changed',
    'return pcall(function() json.null.x = 1 end)',
  ),
  attempt(
    'rawset on app counts in its own run only',
    'table 1',
    'rawset(app, "integrations", { probe = 1 }) return type(app.integrations), app.integrations.probe',
  ),
  attempt(
    'raw fields of nodes',
    'nil nil 0 0',
    'return next(app), next(app.integrations.probe.value), rawlen(app), rawlen(app.integrations)',
  ),
  attempt(
    'the marks that decoded tables share',
    'nil nil nil nil nil',
    `for _, shared in ipairs(${SHARED}) do
       local marks = getmetatable(shared) or {}
       marks.__index = function() return 'taken' end
     end
     return json.decode('[]')[1], json.decode('{}').a, getmetatable(json.array()), getmetatable(json.object()), getmetatable(json.decode('[]'))`,
  ),
  attempt(
    'a call as a metamethod gets what is given, no more',
    '{}',
    `local t = setmetatable({}, { __call = app.integrations.probe.value })
     return json.decode(t().arguments)`,
    { calls: ['value'] },
  ),
  attempt('a node as __index', 'nil', 'return setmetatable({}, { __index = app.integrations.probe.value }).x'),
  attempt(
    'arithmetic of strings where the machine makes the text of an error',
    "false bad argument #1 to 'ipairs' (value expected) nil",
    `getmetatable('').__sub = function() ran = true end
     local ok, e = pcall(ipairs)
     return ok, e, ran`,
  ),
  attempt(
    'the __tostring of tables that are keys, where they are shown',
    'true nil 2 true',
    `local key = setmetatable({}, { __tostring = function() ran = true error('x') end })
     local other = setmetatable({}, { __tostring = function() ran = true return app.integrations.probe.value() end })
     local ok, text = pcall(tostring, { [key] = 1, [other] = 2, [app] = 3 })
     return ok, ran, select(2, text:gsub('table: 0x%x+: ', '')), text:find('app: 3', 1, true) ~= nil`,
  ),
  attempt('a metatable that is app', 'nil', 'return (setmetatable({}, app)).x'),
  attempt(
    '__mode on tables of nodes and errors gives nothing else',
    'true true',
    `local weak = setmetatable({}, { __mode = 'kv' })
     weak[app] = app.integrations
     weak[1] = select(2, pcall(function() return app.integrations.nobody end))
     collectgarbage() collectgarbage()
     local only = true
     for key, value in next, weak do only = only and (key == app or key == 1) end
     return only, weak[app] == app.integrations`,
  ),
  attempt(
    '__close sees the end of time, and nothing of the prelude in it',
    'table 0 false',
    `local kind, fields, wrapped
     local ok = pcall(function()
       local c <close> = setmetatable({}, { __close = function(_, e)
         kind, fields = type(e), 0
         if kind == 'table' then for _ in next, e do fields = fields + 1 end end
       end })
       error({})
     end)
     return kind, fields, ok`,
  ),
  attempt(
    '__name of another kind',
    'function table',
    `local t = setmetatable({}, { __name = 'function', __tostring = nil })
     local shown = tostring(t):match('^(%a+): ')
     return shown, type(t)`,
  ),
  attempt(
    '__metatable that answers with a table',
    'false true',
    `local inner = {}
     local t = setmetatable({}, { __metatable = inner })
     return (pcall(setmetatable, t, {})), getmetatable(t) == inner`,
  ),
  attempt(
    '__index, __pairs and __len of arguments are not asked',
    '{"a":1} {"a":1}',
    `local t = setmetatable({ a = 1 }, {
       __index = function() error('asked') end, __pairs = function() error('asked') end, __len = function() error('asked') end,
       __tostring = function() error('asked') end, __name = 'asked' })
     return json.decode(app.integrations.probe.echo{ first = t }.arguments).first.a == 1 and json.encode(t), json.encode(t)`,
    { calls: ['echo'] },
  ),

  // Finalizers
  attempt(
    'a finalizer',
    'nil',
    'setmetatable({}, { __gc = function() ran = true end }) collectgarbage() collectgarbage() return ran',
  ),
  attempt(
    'a finalizer in the place of false',
    'nil',
    `local marks = { __gc = false }
     setmetatable({}, marks)
     marks.__gc = function() ran = true end
     collectgarbage()
     return ran`,
  ),
  attempt(
    'a finalizer on the marks that decoded lists share',
    'nil nil',
    `for _, shared in ipairs(${SHARED}) do
       local marks = getmetatable(shared) or {}
       marks.__gc = function() ran = true end
     end
     local made = json.decode('[[], []]')
     made = nil
     collectgarbage()
     return json.decode('[]')[1], ran`,
  ),
  attempt(
    'a finalizer behind __index of the metatable',
    'nil',
    `setmetatable({}, setmetatable({}, { __index = { __gc = function() ran = true end } }))
     collectgarbage()
     return ran`,
  ),
  attempt(
    'a finalizer on the metatable of strings, used for a table',
    'nil',
    `getmetatable('').__gc = function() ran = true end
     setmetatable({}, getmetatable(''))
     collectgarbage()
     return ran`,
  ),
  attempt(
    'a finalizer in a metatable that changes while it is set',
    'nil',
    `local mt = { __gc = function() ran = true end }
     setmetatable(mt, { __index = function() return function() ran = true end end, __newindex = function() ran = true end })
     setmetatable({}, mt)
     collectgarbage()
     return ran`,
  ),
  attempt(
    'a finalizer at the end of the run',
    'nil',
    `kept = setmetatable({}, { __gc = function() print('finalized') app.integrations.probe.value() end })
     return nil`,
  ),
  attempt(
    'a variable to be closed at the end of the run',
    'failed: main.lua:2: end',
    `local co = coroutine.wrap(function() local c <close> = setmetatable({}, { __close = function() print('closed') end }) coroutine.yield() end)
     co() error('end')`,
  ),
]
