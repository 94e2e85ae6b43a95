// Attempts on the way of a request to the host: forged yields, answers meant for others, doors in closing coroutines.
import { attempt } from './attempt.ts'
import { WALK } from './globals.ts'

const OUTSIDE = 'attempt to yield from outside a coroutine'
const BOUNDARY = 'attempt to call an integration across a C-call boundary'

export const yieldAttempts = [
  attempt('a yield at the top', `failed: main.lua:1: ${OUTSIDE}`, 'coroutine.yield({})'),
  attempt('a yield under pcall', `false ${OUTSIDE}`, 'return pcall(coroutine.yield, {})'),
  attempt(
    'a yield in a handler of xpcall at the top',
    `false ${OUTSIDE}`,
    'return xpcall(error, function() local ok, e = pcall(function() coroutine.yield({}) end) return e end)',
  ),
  attempt(
    'a yield while a variable is closed at the top',
    `failed: main.lua:1: ${OUTSIDE}`,
    'local c <close> = setmetatable({}, { __close = function() coroutine.yield({}) end })',
  ),
  attempt('a yield by load at the top', `false ${OUTSIDE}`, 'return pcall(load("coroutine.yield({})"))'),
  attempt(
    'the real yield, kept from before a library was changed',
    `false ${OUTSIDE}`,
    'local yield = coroutine.yield coroutine.running = nil return pcall(yield, app)',
  ),
  attempt(
    'a coroutine sees its own yields only, never a request',
    '2tabledead 2stringdead 2stringdead',
    `local seen = {}
     local co = coroutine.create(function() return app.integrations.probe.value() end)
     for i = 1, 3 do
       local values = table.pack(coroutine.resume(co))
       seen[#seen + 1] = values.n .. type(values[2]) .. coroutine.status(co)
     end
     return table.concat(seen, ' ')`,
    { calls: ['value'] },
  ),
  attempt(
    'every value within reach, yielded as if it were the request',
    'true 0',
    `${WALK}
     local tried, kept = 0, 0
     walk(gather(), function(value)
       local co = coroutine.wrap(function() return coroutine.yield(value) end)
       local got = table.pack(co())
       tried = tried + 1
       if not (got.n == 1 and rawequal(got[1], value)) then kept = kept + 1 end
     end)
     return tried > 150, kept`,
  ),
  attempt(
    'every value within reach, as the answer to a request',
    'true 0',
    `${WALK}
     local tried, wrong = 0, 0
     local values = {}
     walk(gather(), function(value) values[#values + 1] = value end)
     local co = coroutine.wrap(function()
       while true do
         local got = app.integrations.probe.value(nil)
         if got['function'] ~= 'value' then wrong = wrong + 1 end
         coroutine.yield(got)
       end
     end)
     for i = 1, 40 do co(values[i * 3]) tried = tried + 1 end
     return tried == 40, wrong`,
    { calls: Array.from({ length: 40 }, () => 'value') },
  ),
  attempt(
    'the answer of another coroutine',
    'a b c a b c',
    `local told, cos = {}, {}
     for i, name in ipairs({ 'a', 'b', 'c' }) do
       cos[i] = coroutine.wrap(function()
         for _ = 1, 2 do
           coroutine.yield(json.decode(app.integrations.probe.echo(name).arguments).first)
         end
       end)
     end
     for _ = 1, 2 do for i = 1, 3 do told[#told + 1] = cos[i]() end end
     return table.concat(told, ' ')`,
    { calls: Array.from({ length: 6 }, () => 'echo') },
  ),
  attempt(
    'a request that cannot leave, and the answer of the next',
    `main.lua:1: ${BOUNDARY} echo`,
    `local t = setmetatable({}, { __lt = function() return app.integrations.probe.value() end })
     local _, e = pcall(math.max, t, t)
     return e, app.integrations.probe.echo(1)['function']`,
    { calls: ['echo'] },
  ),
  attempt(
    'a request from a coroutine inside of a C function',
    `main.lua:3: ${BOUNDARY} echo`,
    `local e
     local t = setmetatable({}, { __lt = function()
       _, e = coroutine.resume(coroutine.create(function() return app.integrations.probe.value() end))
       return true
     end })
     math.max(t, t)
     return e, app.integrations.probe.echo(1)['function']`,
    { calls: ['echo'] },
  ),
  attempt(
    'requests that cannot leave do not count as calls',
    'echo',
    `local t = setmetatable({}, { __lt = function() return app.integrations.probe.value() end })
     for _ = 1, 2000 do pcall(math.max, t, t) end
     return app.integrations.probe.echo(1)['function']`,
    { calls: ['echo'] },
  ),
  attempt(
    'a request while a coroutine is closed',
    'true nil dead',
    `local co = coroutine.create(function()
       local c <close> = setmetatable({}, { __close = function() app.integrations.probe.value() end })
       coroutine.yield()
     end)
     coroutine.resume(co)
     local ok, e = coroutine.close(co)
     return ok, e, coroutine.status(co)`,
    { calls: ['value'] },
  ),
  attempt(
    'a coroutine that closes itself while it asks',
    'false main.lua:2: cannot close a running coroutine',
    `local co
     co = coroutine.create(function() return coroutine.close(co) end)
     return coroutine.resume(co)`,
  ),
  attempt(
    'the main coroutine, resumed and closed from within',
    'false cannot resume non-suspended coroutine false cannot close a normal coroutine',
    `local main = coroutine.running()
     local co = coroutine.wrap(function()
       local a, b = coroutine.resume(main)
       local c, d = pcall(coroutine.close, main)
       return a, b, c, d
     end)
     return co()`,
  ),
  attempt(
    'the coroutine that waits for the host, in the hands of its callee',
    'value suspended value',
    `local outer
     local inner = coroutine.create(function() return app.integrations.probe.value()['function'] end)
     outer = coroutine.create(function() coroutine.yield(select(2, coroutine.resume(inner))) return app.integrations.probe.value()['function'] end)
     local _, first = coroutine.resume(outer)
     local status = coroutine.status(outer)
     local _, second = coroutine.resume(outer)
     return first, status, second`,
    { calls: ['value', 'value'] },
  ),
  attempt(
    'yields across functions that are C in Lua',
    'attempt to yield across a C-call boundary 5',
    `local seen, count = nil, 0
     local function try(f)
       coroutine.wrap(function() local _, e = pcall(f) seen, count = e:gsub('^main%.lua:%d+: ', ''), count + 1 end)()
     end
     local y = coroutine.yield
     try(function() table.sort({ 1, 2, 3 }, y) end)
     try(function() string.gsub('x', '.', y) end)
     try(function() return tostring(setmetatable({}, { __tostring = y })) end)
     try(function() return table.concat(setmetatable({}, { __index = y, __len = function() return 1 end })) end)
     try(function() for _ in ipairs(setmetatable({}, { __index = y })) do end end)
     return seen, count`,
  ),
  attempt(
    'a wrap that is resumed with errors as answers',
    'false x dead',
    `local co = coroutine.create(function() return app.integrations.probe.value(), error('x', 0) end)
     local ok, e = coroutine.resume(co, { ok = true, text = '1' })
     return ok, e, coroutine.status(co)`,
    { calls: ['value'] },
  ),
]
