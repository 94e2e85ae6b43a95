-- Loops: for, while, next, pairs, ipairs.

--- next over a table that is changed
local t = { a = 1, b = 2 }
local n = 0
for k in next, t do t[k] = nil n = n + 1 ask() end
return say(n, next(t))
--> 2 nil

--- pairs with __pairs that calls, gives three
local log = ''
for k, v in pairs(setmetatable({}, { __pairs = function(t) ask() return function(s, k) k = (k or s) + 1 if k < 13 then return k, ask() end end, 10 end })) do log = log .. k .. v end
return log
--> 11R12R

--- pairs gives three values only
return say(select('#', pairs(setmetatable({}, { __pairs = function() ask() return 1, 2, 3, 4, 5 end }))))
--> 3

--- pairs with a __pairs that gives nothing
return say(pcall(function() for k in pairs(setmetatable({}, { __pairs = function() ask() end })) do end end))
--> false main.lua:1: attempt to call a nil value (for iterator 'for iterator')

--- ipairs that ends at nil through __index
local s = ''
for i, v in ipairs(setmetatable({ 'a' }, { __index = function(_, i) if i < 4 then return ask() .. i end end })) do s = s .. i .. v end
return s
--> 1a2R23R3

--- ipairs ends at false or not
local n = 0
for i, v in ipairs(setmetatable({}, { __index = function(_, i) ask() if i < 3 then return false end end })) do n = n + 1 end
return say(n)
--> 2

--- ipairs of a string
return say(pcall(function() for i, v in ipairs('abc') do return i end return 'none' end))
--> true none

--- ipairs of a number
return say(pcall(function() for i, v in ipairs(5) do return i end return 'none' end))
--> false attempt to index a number value

--- ipairs with an __index that raises
return say(pcall(function() for i, v in ipairs(setmetatable({}, { __index = function() ask() error('deep', 0) end })) do end end))
--> false deep

--- ipairs called by hand
local f, t, i = ipairs(setmetatable({}, { __index = function(_, i) return ask() .. i end }))
return say(f(t, i)) .. say(f(t, 41))
--> 1 R142 R42

--- coroutine.wrap in for
local s = ''
for a, b in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i, ask()) end end) do s = s .. a .. b end
return s
--> 1R2R3R

--- goto continue with a call
local s = ''
for i = 1, 4 do
  if i % 2 == 0 then goto continue end
  s = s .. ask() .. i
  ::continue::
end
return s
--> R1R3

--- numeric for, integers
local s = ''
for i = 3, 1, -1 do s = s .. i .. ask() end
return s
--> 3R2R1R

--- numeric for, floats
local s = ''
for x = 1.0, 2.0, 0.5 do s = s .. x .. ask() end
return s
--> 1.0R1.5R2.0R

--- numeric for with called bounds
local s = ''
for i = #ask(), #ask() + 1, #ask() do s = s .. i end
return s
--> 12

--- numeric for at the end of integers
local n = 0
for i = math.maxinteger - 1, math.maxinteger do ask() n = n + 1 end
return say(n)
--> 2

--- calls in conditions
local n = 0
while ask() == 'R' and n < 3 do n = n + 1 end
repeat n = n + 1 until ask() == 'R'
return say(n, ask() == 'R' and 'yes' or 'no', not ask())
--> 4 yes false

--- integer overflow in for with calls
local n = 0
for i = math.mininteger, math.mininteger + 2 do n = n + 1 ask() end
for i = 1, 3 do local j = i i = 10 n = n + j end
return say(n)
--> 9

--- the loop variable is fresh in each round
local fs = {}
for i = 1, 3 do ask() fs[i] = function() i = i + 1 return i end end
return say(fs[1](), fs[1](), fs[2](), fs[3]())
--> 2 3 3 4

--- while with a goto out of nested loops
local n = 0
for i = 1, 3 do for j = 1, 3 do if ask() and i * j == 4 then goto out end n = n + 1 end end
::out::
return say(n)
--> 4
