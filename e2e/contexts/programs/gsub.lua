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
