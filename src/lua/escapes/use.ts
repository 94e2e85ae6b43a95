// A Lua function that uses every feature of the runtime once and tells what came of it, for attempts that poison one.

/**
 * Defines `use()`. It holds all that it needs in variables, so that what a script does to globals, libraries and
 * metatables can reach the prelude only. Makes one call, of `echo`.
 */
export const USE = `
local use
do
  local encode, decode, array, object, null = json.encode, json.decode, json.array, json.object, json.null
  local match, matchAll, replace = regex.match, regex.match_all, regex.gsub
  local gsub, format, rep, upper = string.gsub, string.format, string.rep, string.upper
  local concat, unpack, sort, pack, insert = table.concat, table.unpack, table.sort, table.pack, table.insert
  local wrap, resume, create, yield, close, running, isyieldable =
    coroutine.wrap, coroutine.resume, coroutine.create, coroutine.yield, coroutine.close, coroutine.running, coroutine.isyieldable
  local pcall, xpcall, error, load, tostring, ipairs, pairs, next, select, setmetatable, getmetatable, type, collectgarbage =
    pcall, xpcall, error, load, tostring, ipairs, pairs, next, select, setmetatable, getmetatable, type, collectgarbage
  local traceback, time, date, clock, difftime = debug.traceback, os.time, os.date, os.clock, os.difftime
  local servers, tools, list, read = mcp.servers, mcp.tools, docs.list, docs.read
  local app, probe, tointeger, char = app, app.integrations.probe, math.tointeger, utf8.char
  local ENV = { table = { remove = table.remove } }

  local function text(value)
    return type(value) == 'table' and encode(value) or type(value) == 'string' and value or tostring(value)
  end

  use = function()
    local told = {}
    local function tell(...)
      local values = pack(...)
      for i = 1, values.n do told[#told + 1] = text(values[i]) end
    end
    local proxy = setmetatable({}, { __index = function(_, i) return i < 4 and 4 - i or nil end, __len = function() return 3 end })
    local shown = setmetatable({ 1 }, { __tostring = function() return 'shown' end })
    tell(encode({ b = 'x', a = { 1, 2.5, null, true }, c = array(), d = object() }, { indent = 2 }))
    tell(decode('{"a":[1,{"b":"\\\\u00e9"}],"n":null}', { null = true }), select(2, pcall(decode, '[1,')), select(2, pcall(encode, error)))
    tell(match('a1b2', '(?<letter>[a-z])(\\\\d)').letter, matchAll('a1b2', '[[:digit:]]'), replace('a1', '\\\\d', function(d) return d .. d end))
    tell(replace('a1', '(\\\\d)', '<$1>'), select(2, pcall(match, 'a', '(')))
    tell(gsub('abc', '%w', function(c) return upper(c) end), (gsub('abc', '%w', setmetatable({}, { __index = function(_, c) return c .. c end }))))
    tell(#format('%5s', shown), format('%d|%q', 3, 'x'), rep('x', 3), tostring(shown), tostring(1.5), (gsub(tostring({}), '0x%x+', '')))
    tell(concat(proxy, ','), concat({ 1, 2 }, '-'), unpack(proxy))
    local sorted = { 'b', 'a', 'c' }
    sort(sorted, function(a, b) return a > b end)
    sort(sorted)
    tell(sorted, pcall(sort, { 1, true }))
    for i, value in ipairs(proxy) do tell(i, value) end
    for name in pairs(app) do tell(type(name)) end
    for name in pairs(probe) do tell(name) end
    tell(pcall(error, 'x', 0))
    tell(xpcall(error, function(e) return e .. '!' end, 'x'))
    tell((gsub(traceback('t', 1), '\\n.*', '')))
    local co = wrap(function(a) local b = yield(a + 1) return b + 1, isyieldable() end)
    tell(co(1), co(5))
    local other = create(function() yield(1) end)
    tell(resume(other), close(other), select(2, running()))
    tell(load('return 1 + 1')(), load('x', 'y', 'b'), select(2, load('=')))
    local pieces = { 'return ', '7' }
    tell(load(function() return ENV.table.remove(pieces, 1) end)())
    tell(time({ year = 2020, month = 1, day = 2 }), date('%Y', 0), type(clock()), difftime(2, 1))
    tell(servers(), tools(), type(list()), select(2, pcall(read, 1)))
    tell(type(collectgarbage('count')), select(2, pcall(collectgarbage, 'stop')), getmetatable(app), tointeger(3.0), char(233))
    local call = probe.echo({ first = { 'a', 1 }, second = 'b' })
    tell(call.arguments, call['function'])
    local _, e = pcall(probe.echo, 1, 2, 3, 4)
    tell(e.code, e.message, tostring(e) == e .. '')
    tell(select(2, pcall(function() return probe.Echo end)).message, select(2, pcall(function() return app.integrations.pro end)).message)
    insert(told, 'end')
    return concat(told, '\\n')
  end
end
`
