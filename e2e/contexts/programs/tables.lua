-- Functions of table over metamethods.

--- table.concat with numbers from __index
return table.concat(setmetatable({}, { __index = function(_, i) ask() return i * 1.5 end, __len = function() return 3 end }), ask())
--> 1.5R3.0R4.5

--- table.concat over part of a proxy
return table.concat(setmetatable({}, { __index = function(_, i) return ask() .. i end }), '-', 2, 4)
--> R2-R3-R4

--- table.concat over nothing of a proxy
return say(table.concat(setmetatable({}, { __index = function() return ask() end, __len = function() return 0 end })))
-->

--- table.concat with a missing item of a proxy
return say(pcall(function() return table.concat(setmetatable({}, { __index = function(_, i) ask() if i ~= 2 then return 'x' end end, __len = function() return 3 end })) end))
--> false main.lua:1: invalid value (nil) at index 2 in table for 'concat'

--- table.concat with a table item
return say(pcall(function() return table.concat(setmetatable({}, { __index = function(_, i) ask() return {} end, __len = function() return 3 end })) end))
--> false main.lua:1: invalid value (table) at index 1 in table for 'concat'

--- table.concat with a __len that is no number
return say(pcall(function() return table.concat(setmetatable({}, { __index = function(_, i) return ask() end, __len = function() return 'x' end })) end))
--> false main.lua:1: object length is not an integer

--- table.concat with __len as a float
return say(pcall(function() return table.concat(setmetatable({}, { __index = function(_, i) return ask() end, __len = function() return 2.0 end })) end))
--> true RR

--- table.concat with __len as text
return say(pcall(function() return table.concat(setmetatable({}, { __index = function(_, i) return ask() end, __len = function() return '2' end })) end))
--> true RR

--- table.concat with __len only
return table.concat(setmetatable({ 'a', 'b', 'c' }, { __len = function() ask() return 2 end }))
--> ab

--- table.concat with a bad separator
return say(pcall(function() return table.concat(setmetatable({}, { __index = function() return ask() end, __len = function() return 2 end }), {}) end))
--> false main.lua:1: bad argument #2 to 'concat' (string expected, got table)

--- table.concat with bounds as text
return table.concat(setmetatable({}, { __index = function(_, i) return ask() .. i end }), '', '1', '3')
--> R1R2R3

--- table.concat with a bad bound
return say(pcall(function() return table.concat(setmetatable({}, { __index = function(_, i) return ask() .. i end }), '', 1.5, 3) end))
--> false main.lua:1: bad argument #3 to 'concat' (number has no integer representation)

--- table.concat with a bad bound of another type
return say(pcall(function() return table.concat(setmetatable({}, { __index = function(_, i) return ask() .. i end }), '', {}, 3) end))
--> false main.lua:1: bad argument #3 to 'concat' (number expected, got table)

--- table.concat to the last integer
return say(table.concat(setmetatable({}, { __index = function(_, i) return ask() .. i end }), ',', math.maxinteger - 1, math.maxinteger))
--> R9223372036854775806,R9223372036854775807

--- table.concat order of calls
local log = ''
local r = table.concat(setmetatable({}, { __index = function(_, i) log = log .. i return ask() end, __len = function() log = log .. '#' return 2 end }), ',')
return r .. log
--> R,R#12

--- table.concat of a string is refused
return say(pcall(function() return table.concat('abc') end))
--> false main.lua:1: bad argument #1 to 'concat' (table expected, got string)

--- table.unpack with a range of a proxy
return say(table.unpack(setmetatable({}, { __index = function(_, i) return ask() .. i end }), -1, 2))
--> R-1 R0 R1 R2

--- table.unpack with __len
return say(table.unpack(setmetatable({}, { __index = function(_, i) return ask() .. i end, __len = function() return 3 end })))
--> R1 R2 R3

--- table.unpack with an empty range
return say(select('#', table.unpack(setmetatable({}, { __index = function() return ask() end }), 2, 1)))
--> 0

--- table.unpack with nils in between
return say(table.unpack(setmetatable({}, { __index = function(_, i) ask() if i % 2 == 0 then return i end end }), 1, 5))
--> nil 2 nil 4 nil

--- table.unpack of a string
return say(pcall(function() return table.unpack('ab', 1, 2) end))
--> true nil nil

--- table.unpack of a number
return bare(pcall(function() return table.unpack(5) end))
--> false attempt to get length of a number value

--- table.unpack of too much of a proxy
return say(pcall(function() return table.unpack(setmetatable({}, { __index = function() return ask() end }), 1, 1e8) end))
--> false main.lua:1: too many results to unpack

--- table.unpack with a range at the end of integers
return say(table.unpack(setmetatable({}, { __index = function(_, i) return ask() end }), math.maxinteger, math.maxinteger))
--> R

--- table.unpack with a range over everything
return say(pcall(function() return table.unpack(setmetatable({}, { __index = function(_, i) return ask() end }), math.mininteger, math.maxinteger) end))
--> false main.lua:1: too many results to unpack

--- table.unpack with bounds as text
return say(table.unpack(setmetatable({}, { __index = function(_, i) return ask() .. i end }), '2', '3'))
--> R2 R3

--- table.unpack with a bad bound
return say(pcall(function() return table.unpack(setmetatable({}, { __index = function(_, i) return ask() .. i end }), 1, 'x') end))
--> false main.lua:1: bad argument #3 to 'unpack' (number expected, got string)

--- table.move over metamethods
local log, store = '', { 'a', 'b', 'c' }
local t = setmetatable({}, {
  __index = function(_, i) log = log .. 'r' .. i .. ask() return store[i] end,
  __newindex = function(_, i, v) log = log .. 'w' .. i .. ask() store[i] = v end,
})
table.move(t, 1, 3, 2)
local to = table.move(t, 1, 2, 1, {})
return table.concat(store) .. #to .. to[1] .. to[2] .. log
--> aabc2aar3Rw4Rr2Rw3Rr1Rw2Rr1Rr2R

--- table.move to a proxy
local log = ''
local to = setmetatable({}, { __newindex = function(t, i, v) log = log .. i .. v .. ask() end })
local back = table.move({ 'a', 'b' }, 1, 2, 5, to)
return log .. tostring(back == to)
--> 5aR6bRtrue

--- table.sort over a proxy
local store = { 3, 1, 2 }
local t = setmetatable({}, {
  __index = function(_, i) ask() return store[i] end,
  __newindex = function(_, i, v) ask() store[i] = v end,
  __len = function() ask() return #store end,
})
table.sort(t)
return table.concat(store)
--> 123

--- table.sort over a proxy reads and writes as often as Lua does
local log, items = '', { 5, 1, 4, 2, 3 }
local t = setmetatable({}, {
  __index = function(_, i) log = log .. i .. ask() return items[i] end,
  __newindex = function(_, i, v) log = log .. i .. '=' .. v .. ' ' items[i] = v end,
  __len = function() return 5 end,
})
table.sort(t)
return log .. table.concat(items)
--> 1R5R1=3 5=5 3R1R5R3R4R3=2 4=4 2R3R4R3R4=4 4=4 1R3R1=2 3=3 2R1R2=2 1=1 12345

--- table.sort over a proxy with a comparator
local store = { 3, 1, 2 }
local t = setmetatable({}, {
  __index = function(_, i) ask() return store[i] end,
  __newindex = function(_, i, v) ask() store[i] = v end,
  __len = function() ask() return #store end,
})
table.sort(t, function(a, b) return ask() and a > b end)
return table.concat(store)
--> 321

--- table.sort whose comparator raises
local ok, e = pcall(function() return table.sort({ 3, 2, 1 }, function() ask() error('no', 0) end) end)
return say(ok, e)
--> false no

--- table.sort whose comparator fails to call
local ok, e = pcall(function() return table.sort({ 3, 2, 1 }, function() return broken() end) end)
return say(ok, e.code)
--> false not_found

--- table.sort with nothing to compare
local t = { 1 }
table.sort(t, function() error('never') end)
return say(t[1])
--> 1

--- table.sort in a yielding coroutine
local co = coroutine.wrap(function()
  local t = { 2, 1 }
  local ok, e = pcall(function() return table.sort(t, function(a, b) coroutine.yield('no') return a < b end) end)
  return bare(ok, e)
end)
return co()
--> false attempt to yield across a C-call boundary

--- table.sort by a mixed table
return bare(pcall(function() return table.sort({ 1, 'x', {} }) end))
--> false attempt to compare table with number

--- table.sort of many with calls
local t = {}
for i = 1, 20 do t[i] = (i * 7) % 20 end
table.sort(t, function(a, b) if (a + b) % 9 == 0 then ask() end return a < b end)
return table.concat(t, ' ')
--> 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19

--- table.pack of calls
local t = table.pack(ask(), nil, ask(), nil)
return say(t.n, t[1], t[2], t[3], t[4])
--> 4 R nil R nil

--- table.concat whose __index yields
local co = coroutine.wrap(function() return say(pcall(function() return table.concat(setmetatable({}, { __len = function() return 2 end, __index = function() return coroutine.yield('y') end })) end)) end)
return co()
--> false attempt to yield across a C-call boundary

--- table.move with overlap, backwards and forwards
local log = ''
local function proxy(store) return setmetatable({}, { __index = function(_, i) log = log .. i .. ask() return store[i] end, __newindex = function(_, i, v) store[i] = v end }), store end
local a, sa = proxy({ 1, 2, 3, 4, 5 })
table.move(a, 2, 5, 1)
local b, sb = proxy({ 1, 2, 3, 4, 5 })
table.move(b, 1, 4, 2)
return table.concat(sa) .. table.concat(sb) .. log
--> 23455112342R3R4R5R4R3R2R1R

--- table.move of many in a plain table
local t = {}
for i = 1, 20000 do t[i] = i end
table.move(t, 1, 20000, 2)
local u = table.move(t, 1, 20001, 1, {})
return say(t[1], t[2], t[20001], #u, u[20001])
--> 1 1 20000 20001 20000

--- table.move with bad ranges
local p = setmetatable({}, { __index = function(_, i) return ask() end })
return say(pcall(function() table.move(p, 1, math.maxinteger, 2) end), pcall(function() table.move(p, math.mininteger, math.maxinteger, 2) end), pcall(function() table.move(p, 1, 'x', 2) end))
--> false false false main.lua:2: bad argument #3 to 'move' (number expected, got string)

--- table.move of nothing
local p = setmetatable({}, { __index = function(_, i) return ask() end })
return say(table.move(p, 1, 0, 5) == p, table.move(p, 2, 1, 1, p) == p)
--> true true

--- table.move to another table that says it is equal
local m = { __eq = function() ask() return true end, __index = function(_, i) return i <= 3 and i or nil end }
local a, b = setmetatable({}, m), setmetatable({}, m)
table.move(a, 1, 3, 2, b)
return say(rawget(b, 2), rawget(b, 3), rawget(b, 4))
--> 1 2 3

--- table.move from text
return say(pcall(function() table.move('abc', 1, 2, 1, {}) end))
--> true

--- table.concat in the middle of another
local inner = setmetatable({}, { __len = function() return 2 end, __index = function(_, i) return i .. ask() end })
local outer = setmetatable({}, { __len = function() return 2 end, __index = function(_, i) return table.concat(inner, ',') end })
return table.concat(outer, ';')
--> 1R,2R;1R,2R
