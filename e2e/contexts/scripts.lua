-- What a script can show or come to: everything of it must be the same in Node and in a browser.

--- numbers as text
for _, x in ipairs{ 0.1, 1/3, 1e15, 1e16, 2^53, 1e100, -0.0, 5e-324, 1.7976931348623157e308, 1/0, -1/0, 100, -7 } do
  print(x, ('%.17g %a %5.1f %g %e'):format(x, x, x, x, x))
end
print(math.maxinteger, math.mininteger, 7 // 2, -7 // 2, 7 % -3, -7 % 3.5, 3 | 4, ~0, 1 << 62, math.pi, 2^0.5, 0/0)

--- functions of math
print(math.sin(1), math.cos(1), math.tan(1), math.exp(1), math.log(10), math.log(8, 2), math.fmod(7, 3), math.sqrt(2))
print(0.1 + 0.2, 1e308 * 10, math.modf(3.7), math.floor(-3.5), math.ceil(3.2), math.abs(-2), math.atan(1, 2))
for i = 1, 40 do print(math.sin(i), 2 ^ (i / 7), math.log(i, 10), i ^ 0.5) end

--- random numbers
for i = 1, 20 do print(math.random(), math.random(6), math.random(0)) end
math.randomseed(1, 2)
print(math.random(), math.random(1 << 40))

--- text in bytes
print(('%q'):format('a\0b\n"\\\200'), #'\xff\xfe', ('äöü'):upper(), #'äöü', utf8.len('äöü'), '\xe4', '\u{10FFFF}')
print(string.pack('<i4d', 7, 1.5):byte(1, -1))
print(('x'):rep(3, ','), ('hello'):find('l+'), ('a,b'):gsub(',', ';'))
print(os.date('!%c %x %X %p %A %B %j %U', 0), tostring(nil), tostring(true))
return 'a\0b', '\xff\xfe', 'ä€😀'

--- tables shown
dump{ 1, { a = 'x', b = { true, json.null } }, n = 2, ['a b'] = 1.5, [2.5] = 'y', [true] = 0 }
print({ 1, 2, { 3 } }, {})
dump('t\t')
dump(nil)
local t = {}
t.t = t
dump(t)
return { 1, 2 }, { a = 1 }, nil, 'text', 1.0, json.array{}, print

--- JSON text
print(json.encode({ 1, 2.5, 'ä', { b = true, a = json.null } }, { pretty = true }), json.encode(math.maxinteger), json.encode{ x = 0.1 })
local v = json.decode('[9007199254740993, 1.0, 1e2, "\\u00e4\\ud83d\\ude00", {}, []]')
print(v[1], v[2], math.type(v[3]), v[4], json.encode(v))
print(pcall(json.decode, '{"a": [1, 2,]}'))
print(pcall(json.encode, { a = { print } }))

--- regular expressions
print(regex.match('2024-05', '(?<y>\\d+)-(\\d+)').y, regex.gsub('aXbX', '/x/i', '<$0>'), regex.gsub('äöü', '(.)', function(a) return a .. '.' end))
dump(regex.match_all('a1b2', '/([a-z])(\\d)/'))
print(pcall(regex.match, 'a', '('))

--- a syntax error
local x = = 1

--- a syntax error further down
local a = 1
local b = { 1, 2
return a

--- an error in a function
local function inner(t)
  return t.name.first
end
local function outer()
  local r = inner({})
  return r
end
outer()

--- an error in a coroutine
local co = coroutine.wrap(function()
  local x = nil
  x.y = 1
end)
co()

--- an error that is a table
error({ code = 5, list = { 1, 2 } })

--- a call that fails
print('before')
app.integrations.probe.fail()

--- a call that fails, caught
local ok, e = pcall(app.integrations.probe.fail)
print(ok, e, e.code, e.integration, e['function'], e.hint, e.retryable)
dump(e)

--- a wrong integration
app.integrations.prob.value()

--- a wrong function
app.integrations.probe.valu()

--- too many arguments
app.integrations.probe.echo(1, 2, 3, 4)

--- what was sent comes back
dump(app.integrations.probe.echo{ first = { 1, 2.5, 'x', json.null, {} }, second = 9007199254740993, third = { a = { b = {} } } })

--- what cannot be sent
for _, value in ipairs{ '\xff', 0/0, 1/0, print, { 1, nil, 3 }, { 1, a = 2 }, { [1.5] = 1 } } do
  print(pcall(app.integrations.probe.echo, { first = { deep = { value } } }))
end

--- names of all kinds
for k in pairs(app.integrations) do print(k) end
for k, f in pairs(app.integrations.key_store) do print(k, f) end
print(app.integrations['key-store'].work.get_key, app.integrations.store2, app)

--- errors of Lua's own functions
for _, f in ipairs{
  function() ('x'):rep(-1, {}) end,
  function() string.rep() end,
  function() ('x'):bad() end,
  function() return #nil end,
  function() setmetatable(1, {}) end,
  function() table.concat({ {} }) end,
  function() local a = 1 a.b.c = 1 end,
  function() return 1 < 'x' end,
  function() tostring() end,
  function() ipairs() end,
  function() load(5) end,
  function() math.floor('x') end,
  function() select(0) end,
  function() coroutine.wrap(1) end,
  function() error() end,
  function() return 1 // 0 end,
  function() collectgarbage('stop') end,
  function() return 1 & 1.5 end,
  function() for i = 1, 10, 0 do end end,
} do
  print(pcall(f))
end

--- tracebacks
local function f() error('deep') end
print(xpcall(f, debug.traceback))
print(debug.traceback('here'))

--- a stack that overflows
local function f() return 1 + f() end
print(pcall(f))
f()

--- more lines than are shown
for i = 1, 12000 do print('line', i) end

--- more bytes than are shown
for i = 1, 30 do print(('ä'):rep(30000)) end

--- warnings and the clock
warn('careful ', 1)
print(collectgarbage('count') > 0, os.clock(), os.time(), os.date())

--- all globals
local names = {}
for k, v in pairs(_G) do names[#names + 1] = k .. ':' .. type(v) end
table.sort(names)
print(table.concat(names, ' '))
for _, lib in ipairs{ 'string', 'table', 'math', 'os', 'coroutine', 'utf8', 'debug', 'json', 'regex', 'docs', 'mcp' } do
  local inner = {}
  for k in pairs(_G[lib]) do inner[#inner + 1] = k end
  table.sort(inner)
  print(lib, table.concat(inner, ' '))
end

--- memory that runs out
local t = {}
for i = 1, 1e9 do t[i] = { i } end

--- memory that runs out in the text
local s = 'x'
while true do s = s .. s end

--- too many calls
for i = 1, 1001 do app.integrations.probe.value() end
