-- string.gsub and string.gmatch: anchors, empty matches, positions, limits, replacements of every kind.

--- gsub with an anchor
return say(("abab"):gsub('^ab', function(c) return ask() end))
--> Rab 1

--- gsub with an anchor and a table
return say(("abab"):gsub('^(a)', setmetatable({}, { __index = function(_, k) return ask() .. k end })))
--> Rabab 1

--- gsub of empty matches
return say(("abc"):gsub('', function() return ask() end))
--> RaRbRcR 4

--- gsub of empty and full matches
return say(("a,b c"):gsub('%w*', function(w) return '<' .. w .. ask() .. '>' end))
--> <aR>,<bR> <cR> 3

--- gsub with position captures
return say(("hello"):gsub('()l()', function(a, b) return ask() .. a .. b end))
--> heR34R45o 2

--- gsub with a position capture and a table
return say(("abc"):gsub('()', setmetatable({}, { __index = function(_, k) return math.type(k) .. ask() end })))
--> integerRaintegerRbintegerRcintegerR 4

--- gsub with a frontier
return say(("THE (quick) fox"):gsub('%f[%a]%a+', function(w) return ask() .. w end))
--> RTHE (Rquick) Rfox 3

--- gsub with a limit
return say(("aaaa"):gsub('a', function() return ask() end, 2))
--> RRaa 2

--- gsub with the limit 0
local n = 0
return say(("aaaa"):gsub('a', function() n = n + 1 return ask() end, 0)) .. n
--> aaaa 00

--- gsub with a negative limit
return say(("aaaa"):gsub('a', function() return ask() end, -1))
--> aaaa 0

--- gsub with a limit as text
return say(("aaaa"):gsub('a', function() return ask() end, '3'))
--> RRRa 3

--- gsub with a limit that is no whole number
return say(pcall(function() return string.gsub('aaa', 'a', function() return ask() end, 1.5) end))
--> false main.lua:1: bad argument #4 to 'gsub' (number has no integer representation)

--- gsub whose function gives nil, false, numbers
local give = { [1] = nil, [2] = false, [3] = 7, [4] = 2.5 }
local i = 0
return say(("abcd"):gsub('.', function() ask() i = i + 1 return give[i] end))
--> ab72.5 4

--- gsub whose function gives a table
return say(pcall(function() return ("abcd"):gsub('.', function() ask() return {} end) end))
--> false main.lua:1: invalid replacement value (a table)

--- gsub whose function gives true
return say(pcall(function() return ("abcd"):gsub('.', function() ask() return true end) end))
--> false main.lua:1: invalid replacement value (a boolean)

--- gsub whose table gives a function
return say(pcall(function() return ("abcd"):gsub('.', setmetatable({}, { __index = function() ask() return print end })) end))
--> false main.lua:1: invalid replacement value (a function)

--- gsub whose function raises
local n = 0
return say(pcall(function() return string.gsub('abc', '.', function() n = n + 1 ask() if n == 2 then error('stop', 0) end end) end)) .. n
--> false stop2

--- gsub whose call fails
local ok, e = pcall(function() return string.gsub('abc', '.', function() return broken() end) end)
return say(ok, e.code)
--> false not_found

--- gsub with a bad pattern and a function
return say(pcall(function() return string.gsub('abc', '(', function() return ask() end) end))
--> false main.lua:1: unfinished capture

--- gsub with a bad pattern later on
local n = 0
return say(pcall(function() return string.gsub('abc', 'a%', function() n = n + 1 return ask() end) end)) .. n
--> false main.lua:2: malformed pattern (ends with '%')0

--- gsub with a number as the text
return say(string.gsub(1234, '%d', function(d) return d + 1 .. ask() end))
--> 2R3R4R5R 4

--- gsub that stops when the function raises has not called again
local calls = 0
pcall(function() return string.gsub('abcdef', '.', function() calls = calls + 1 ask() error() end) end)
return say(calls)
--> 1

--- gsub with an __index that is a table with __index
return (("ab"):gsub('%w', setmetatable({}, { __index = setmetatable({ a = 'A' }, { __index = function(_, k) return ask() .. k end }) })))
--> ARb

--- gsub with a table, some keys present
return (("abc"):gsub('%w', setmetatable({ a = 'x', b = false }, { __index = function(_, k) return ask() .. k end })))
--> xbRc

--- gsub with a table that gives false
return (("abc"):gsub('%w', setmetatable({}, { __index = function(_, k) ask() return false end })))
--> abc

--- gsub with captures nested
return say(("key = value"):gsub('((%w+)%s*=%s*(%w+))', function(all, k, v) return v .. ask() .. k .. #all end))
--> valueRkey11 1

--- gsub with a callable table
return say(pcall(function() return string.gsub('abc', 'b', setmetatable({}, { __call = function() return ask() end })) end))
--> true abc 1

--- gsub on text with zeros
return say((("a\0b\0"):gsub('%z', function() return ask() end)))
--> aRbR

--- gsub balanced
return say(("f(a(b)c) g(d)"):gsub('%b()', function(m) return ask() .. #m end))
--> fR7 gR3 2

--- gsub that calls on every second match
local n = 0
return say(("abcdef"):gsub('%w', function(c) n = n + 1 if n % 2 == 0 then return ask() .. c end end))
--> aRbcRdeRf 6

--- gsub with the function that calls itself
return say(("abc"):gsub('%w', ask))
--> RRR 3

--- gsub in gsub in gsub, each with calls
return say(("ab"):gsub('%w', function(a)
  return ask() .. ("12"):gsub('%d', function(b)
    return (("xy"):gsub('%w', function(c) return a .. b .. c .. ask() end)) .. ask()
  end)
end))
--> Ra1xRa1yRRa2xRa2yRRRb1xRb1yRRb2xRb2yRR 2

--- gsub with calls under pcall, some of which fail
local n = 0
return say(("abcd"):gsub('%w', function(c)
  n = n + 1
  local ok, e = pcall(n % 2 == 0 and broken or ask)
  return ok and e .. c or '(' .. e.code .. ')'
end))
--> Ra(not_found)Rc(not_found) 4

--- gsub whose function raises after a call, with its place
local function edit()
  return (("abc"):gsub('%w', function(c)
    if ask() and c == 'b' then
      error('at ' .. c)
    end
  end))
end
return say(pcall(edit))
--> false main.lua:4: at b

--- gsub after one that an error ended in the middle
local function edit(stop)
  return (("abc"):gsub('%w', function(c) if c == stop then error('stop', 0) end return ask() .. c end))
end
print(pcall(edit, 'c'))
return say(pcall(edit))
--> false	stop
--> true RaRbRc

--- gsub whose call makes the stack grow
local function deep(n) if n == 0 then return ask() end local r = deep(n - 1) return r end
return say(("ab"):gsub('(%w)', function(c) return c .. deep(150) .. c end))
--> aRabRb 2

--- gsub with a result far longer than the text, and calls
local s = ("abcd"):gsub('%w', function(c) return ask() .. c:rep(600) end)
return say(#s, s:sub(1, 3), s:sub(602, 604), s:find('Rd'))
--> 2404 Raa Rbb 1804 1805

--- gsub with calls on a text of some length
local n = 0
local s = (("x"):rep(2000)):gsub('x', function() n = n + 1 if n % 500 == 0 then return ask() end if n % 3 == 0 then return 'yy' end end)
return say(#s, select(2, s:gsub('R', '')), select(2, s:gsub('yy', '')))
--> 2665 4 665

--- gsub with 32 captures and a call
return say(("abcdefghijklmnopqrstuvwxyz0123456789"):gsub(('(%w)'):rep(32), function(...) return ask() .. select('#', ...) .. select(32, ...) end))
--> R3256789 1

--- gsub with a limit as a float, and calls
return say(("aaaa"):gsub('a', function() return ask() end, 2.0))
--> RRaa 2

--- gsub with garbage collected after the calls
return say(("abc"):gsub('(%w)()', function(c, at) local r = ask() collectgarbage() return r .. c:upper() .. at end))
--> RA2RB3RC4 3

--- gsub whose function closes a variable that calls
return say(("ab"):gsub('%w', function(c)
  local closed <close> = setmetatable({}, { __close = function() print(c, ask()) end })
  return c .. ask()
end))
--> a	R
--> b	R
--> aRbR 2

--- gsub in a coroutine that yields between
local next = coroutine.wrap(function()
  for _, text in ipairs{ 'ab', 'cd' } do
    coroutine.yield((text:gsub('%w', function(c) return c .. ask() end)))
  end
end)
return say(next(), next())
--> aRbR cRdR

--- gsub whose function resumes a coroutine that calls and yields
local co = coroutine.wrap(function(c) while true do c = coroutine.yield(c .. ask()) end end)
return say(("abc"):gsub('%w', function(c) return co(c) end))
--> aRbRcR 3

--- gsub whose function cannot yield after a call either
local co = coroutine.wrap(function()
  return ("a"):gsub('a', function()
    local me = coroutine.running()
    ask()
    local outer = coroutine.wrap(function() return coroutine.isyieldable(me), coroutine.isyieldable() end)
    return say(outer()) .. say(coroutine.isyieldable(), bare(pcall(coroutine.yield)))
  end)
end)
return co()
--> false truefalse false attempt to yield across a C-call boundary

--- yields after errors in gsub
pcall(string.gsub, 'a', 'a', function() ask() error() end)
local co = coroutine.wrap(function() return coroutine.isyieldable(), coroutine.yield(ask()) end)
return say(co(), co('again'))
--> R true again

--- gsub with a table that answers by gsub
local t = setmetatable({}, { __index = function(_, k) return (k:gsub('%w', function(c) return c .. ask() end)) end })
return say(("ab cd"):gsub('%w+', t))
--> aRbR cRdR 2

--- gsub with a table, captures that end nowhere
return bare(pcall(string.gsub, 'ab', '()(%w', setmetatable({}, { __index = function(_, k) return k .. ask() end })))
--> true 1R2R

--- gmatch in for with a call
local s = ''
for k, v in ("a=1, b=2"):gmatch('(%w+)=(%w+)') do s = s .. k .. ask() .. v end
return s
--> aR1bR2

--- gmatch inside of a coroutine
local next = coroutine.wrap(function() for w in ('one two'):gmatch('%a+') do coroutine.yield(w .. ask()) end end)
return next() .. next()
--> oneRtwoR

--- gsub whose function yields
local co = coroutine.wrap(function() return bare(pcall(function() return string.gsub('a', 'a', function() coroutine.yield('y') end) end)) end)
return co()
--> false attempt to yield across a C-call boundary

--- sort in a coroutine in pcall in gsub
return (("ab"):gsub('%w', function(c)
  local ok, v = pcall(function()
    return coroutine.wrap(function()
      local t = { 3, 1, 2 }
      table.sort(t, function(a, b) return ask() == 'R' and a < b end)
      coroutine.yield(c .. table.concat(t))
    end)()
  end)
  return v
end))
--> a123b123

--- gsub in sort in gsub
return (("21"):gsub('%d', function(d)
  local t = { 'b', 'a' }
  table.sort(t, function(x, y) return (x:gsub('.', function(c) return ask() .. c end)) < (y:gsub('.', function(c) return ask() .. c end)) end)
  return t[1] .. d
end))
--> a2a1
