-- Text: string.format, tostring, print, utf8, arithmetic on text.

--- format %s of objects
local o = setmetatable({}, { __tostring = function() return ask() end })
return ('%s|%5s|%-5s|%.1s|%s'):format(o, o, o, o, 1)
--> R|    R|R    |R|1

--- format %s with __name
local o = setmetatable({}, { __name = 'Mine' })
return (('%s'):format(o):gsub('0x%x+', 'P'))
--> Mine: P

--- format %s with a __tostring that gives no text
return say(pcall(function() return string.format('%s', setmetatable({}, { __tostring = function() ask() return 1 end })) end))
--> true 1

--- tostring with a __tostring that gives no text
return say(pcall(function() return tostring(setmetatable({}, { __tostring = function() ask() return {} end })) end))
--> false main.lua:1: '__tostring' must return a string

--- a __tostring that gives no text, called by Lua and by pcall
local o = setmetatable({}, { __tostring = function() ask() return {} end })
return say(pcall(function() return tostring(o) end)) .. ', ' .. say(pcall(tostring, o)) .. ', ' .. say(pcall(string.format, '%s', o))
--> false main.lua:2: '__tostring' must return a string, false '__tostring' must return a string, false '__tostring' must return a string

--- format %q of a table
return say(pcall(function() return string.format('%q', setmetatable({}, { __tostring = function() return ask() end })) end))
--> false main.lua:1: bad argument #2 to 'format' (value has no literal form)

--- format %d of a table
return say(pcall(function() return string.format('%d', setmetatable({}, { __tostring = function() return ask() end })) end))
--> false main.lua:1: bad argument #2 to 'format' (number expected, got table)

--- format %c of a table
return say(pcall(function() return string.format('%c', setmetatable({}, { __tostring = function() return ask() end })) end))
--> false main.lua:1: bad argument #2 to 'format' (number expected, got table)

--- format of too few values
return say(pcall(function() return string.format('%s %s', setmetatable({}, { __tostring = function() return ask() end })) end))
--> false main.lua:1: bad argument #3 to 'format' (no value)

--- format with a bad letter
return say(pcall(function() return string.format('%y', setmetatable({}, { __tostring = function() return ask() end })) end))
--> false main.lua:1: invalid conversion '%y' to 'format'

--- format with percents and objects
local o = setmetatable({}, { __tostring = function() return ask() end })
return ('%%%s%%%d%%%s'):format(o, 3, o)
--> %R%3%R

--- format %q of what was asked
return ('%q %q %q'):format(ask(), 1, 0.5)
--> "R" 1 0x1p-1

--- format %s of a __tostring with zeros
return say(#('%s'):format(setmetatable({}, { __tostring = function() return ask() .. '\0x' end })))
--> 3

--- format %10s of a __tostring with zeros
return say(pcall(function() return string.format('%10s', setmetatable({}, { __tostring = function() return ask() .. '\0x' end })) end))
--> false main.lua:1: bad argument #2 to 'format' (string contains zeros)

--- format of a __tostring that raises
return say(pcall(function() return string.format('%s', setmetatable({}, { __tostring = function() ask() error('mine', 0) end })) end))
--> false mine

--- format by a number as the pattern
return say(string.format(5, setmetatable({}, { __tostring = function() return ask() end })))
--> 5

--- format converts in order
local log = ''
local function o(n) return setmetatable({}, { __tostring = function() log = log .. n return ask() end }) end
return ('%s%s%s'):format(o(1), o(2), o(3)) .. log
--> RRR123

--- select with calls
return say(select('#', ask(), nil, ask(), nil), select(-1, 1, ask()), (select(2, ask(), 'b', 'c')))
--> 4 R b

--- utf8.codes with a call
local s = ''
for p, c in utf8.codes('aé€') do s = s .. p .. ':' .. c .. ask() end
return s
--> 1:97R2:233R4:8364R

--- utf8.codes of bad text
return say(pcall(function() for p, c in utf8.codes('a\xff') do ask() end end))
--> false main.lua:1: invalid UTF-8 code

--- string methods on what was asked
return ask():rep(3, ','):lower() .. #ask() .. ask():byte() .. ask():upper():reverse()
--> r,r,r182R

--- math.floor of a table with metamethods
return say(pcall(function() return math.floor(setmetatable({}, { __tostring = function() return ask() end, __lt = function() return ask() end })) end))
--> false main.lua:1: bad argument #1 to 'floor' (number expected, got table)

--- math.type and tointeger of what was asked
return say(math.type(#ask()), math.tointeger('8'), math.tointeger(3.0), math.ult(1, -1))
--> integer 8 3 true

--- tostring of numbers
return say(1e15, 1e100, 2^53, 0.1, -0.0, 1/0, -1/0, math.mininteger, 3 // 0.0, 5 % -3, -5 // 3)
--> 1e+15 1e+100 9.007199254741e+15 0.1 -0.0 inf -inf -9223372036854775808 inf -1 -2

--- tonumber
return say(tonumber('0x10'), tonumber('  12  '), tonumber('1e1'), tonumber('z', 36), tonumber('8', 8), tonumber(''), tonumber(ask()))
--> 16 12 10.0 35 nil nil nil

--- tostring with __name
local t = setmetatable({}, { __name = 'My type' })
return (tostring(t):gsub('0x%x+', 'P'))
--> My type: P

--- tostring with a __tostring and a __name
return tostring(setmetatable({}, { __name = 'N', __tostring = function(t) return getmetatable(t).__name .. ask() end }))
--> NR

--- string coercion of what was asked
local n = #ask() .. ''
return say(n + 1, n * '2', '10' / 2, 10 .. 20)
--> 2 2 5.0 1020

--- integer division and bits
return say(7 // 2, -7 // 2, 7 % -3, 7.5 // 2, 1 << 63, 5 // 0.0, ~0, 3 & 5 | 8, #ask() << 4)
--> 3 -4 -2 3.0 -9223372036854775808 inf -1 9 16

--- comparison chain of strings
return say(ask() < 'S', ask() <= ask(), 'a' < 'b', '10' < '9', ask() == 'R')
--> true true true true true

--- long strings and escapes
return [==[a]]b]==] .. '\x41\u{e9}\z
   b\065' .. ask()
--> a]]bAébAR

--- select of negatives
return say(select(-2, 'a', ask(), 'c')) .. say(pcall(function() return select(0) end))
--> R cfalse main.lua:1: bad argument #1 to 'select' (index out of range)

--- string.rep with separators
return say(('ab'):rep(3, ask()), #('x'):rep(0), #('x'):rep(-1))
--> abRabRab 0 0

--- string.byte and char round
return string.char(ask():byte(1, -1)) .. ('%d'):format(('A'):byte())
--> R65

--- string.find with init and plain
return say(('a.b'):find('.', 2, true), ('abc'):find('b', -2), ('abc'):find(''), ('abc'):find('', 10))
--> 2 2 1 nil

--- string.match with captures
return say(('2024-01-02'):match('(%d+)-(%d+)-(%d+)'), ('  trim '):match('^%s*(.-)%s*$') .. '|', ('k=v'):match('()=()'))
--> 2024 trim| 2 3

--- utf8 functions
return say(utf8.char(72, 228, 8364), utf8.len('äö'), utf8.codepoint('ä', 1), utf8.offset('aäb', 3), utf8.len('\xff'))
--> Hä€ 2 228 4 nil 1

--- string.pack round
return say(string.unpack('<i4', string.pack('<i4', -2)), #string.pack('z', ask()))
--> -2 2

--- string.len of __len object
return say(pcall(function() return string.len(setmetatable({}, { __len = function() return ask() end })) end))
--> false main.lua:1: bad argument #1 to 'len' (string expected, got table)

--- string functions given objects with __tostring
return say(pcall(function() return string.upper(setmetatable({}, { __tostring = function() return ask() end })) end)) .. say(pcall(function() return string.rep(setmetatable({}, { __tostring = function() return ask() end }), 2) end))
--> false main.lua:1: bad argument #1 to 'upper' (string expected, got table)false main.lua:1: bad argument #1 to 'rep' (string expected, got table)

--- tostring whose __tostring yields
local co = coroutine.wrap(function() return bare(pcall(function() return tostring(setmetatable({}, { __tostring = function() coroutine.yield('y') return 'z' end })) end)) end)
return co()
--> false attempt to yield across a C-call boundary

--- print with __tostring and __name
print(setmetatable({}, { __tostring = function() return 'T' .. ask() end }), nil, 1, true, 'x')
print((tostring(setmetatable({}, { __name = 'Kind' })):gsub('0x%x+', 'P')))
print()
print(setmetatable({}, { __tostring = function() return 'a' .. ask() .. '\nb' end }))
return 'end'
--> TR	nil	1	true	x
--> Kind: P
-->
--> aR
--> b
--> end

--- print in a comparator
local t = { 2, 1 }
table.sort(t, function(a, b) print(a, b, setmetatable({}, { __tostring = ask })) return a < b end)
return table.concat(t)
--> 1	2	R
--> 12

--- print with a __tostring that raises
print(bare(pcall(print, 1, setmetatable({}, { __tostring = function() ask() error('no', 0) end }))))
return 'end'
--> false no
--> end

--- text plus an object
local m = {}
for _, name in ipairs({ '__add', '__sub', '__mul', '__div', '__mod', '__pow', '__idiv' }) do m[name] = function(a, b) return name .. ask() .. (type(a) == 'string' and a or 'T') end end
local o = setmetatable({}, m)
return say('10' + o, '1' - o, 'x' * o, '' / o, '4' % o, '5' ^ o, '6' // o, o + '7')
--> __addR10 __subR1 __mulRx __divR __modR4 __powR5 __idivR6 __addRT

--- text plus a table without metamethods
return say(pcall(function() return 'x' + {} end), pcall(function() return '1' + {} end))
--> false false main.lua:1: attempt to add a 'string' with a 'table'

--- text plus text
return say('10' + '5', '0x10' * 2, '3' ^ 2, '7' // '2', '7' % '4', -'3', '1e1' - 1, pcall(function() return 'a' + 1 end))
--> 15 32 9.0 3 3 -3 9.0 false main.lua:1: attempt to add a 'string' with a 'number'

--- text plus text that is none
return say(pcall(function() return '1' + 'b' end), pcall(function() return -'q' end))
--> false false main.lua:1: attempt to unm a 'string' with a 'string'

--- text plus an object whose method raises
return say(pcall(function() return '1' + setmetatable({}, { __add = function() ask() error('no', 0) end }) end))
--> false no

--- bits of text and objects
return say('3' | setmetatable({}, { __bor = function(a, b) return a .. ask() end }), pcall(function() return '7' & 3 end))
--> 3R false main.lua:1: attempt to perform bitwise operation on a string value (constant '7')

--- text joined with an object
return say('a' .. setmetatable({}, { __concat = function(a, b) return a .. ask() end }), 1 .. setmetatable({}, { __concat = function(a, b) return a .. ask() end }))
--> aR 1R

--- text compared with an object
return say('a' < setmetatable({}, { __lt = function() return ask() end }), 'a' <= setmetatable({}, { __le = function() return ask() end }), pcall(function() return 'a' < {} end))
--> true true false main.lua:1: attempt to compare string with table

--- text plus an object inside of a coroutine that yields
local co = coroutine.wrap(function() return '1' + setmetatable({}, { __add = function() ask() return 'sum' end }) end)
return co()
--> sum

--- a call in __index of a metatable of text
getmetatable('').__call = function(s, x) return s .. x .. ask() end
local r = ('f')('x')
getmetatable('').__call = nil
return r
--> fxR

--- string.rep and gsub with what was asked
return (('%s-'):rep(2):format(ask(), ask()):gsub('R', { R = 'r' }))
--> r-r-

--- tostring nested in format nested in concat
local function o(x) return setmetatable({}, { __tostring = function() return ('<%s>'):format(x or ask()) end }) end
return table.concat({ tostring(o(o(o()))), ('%s'):format(o()) }, ' ')
--> <<<R>>> <R>

--- utf8.char in a gsub with calls
return (('ae'):gsub('.', function(c) ask() return utf8.char(utf8.codepoint(c) + 1) end))
--> bf
