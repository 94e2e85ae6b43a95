-- Every metamethod that an operator calls.

--- __sub
return say(setmetatable({}, { __sub = function(a, b) return ask() .. tostring(b) end }) - 1)
--> R1

--- __mul from the right
return say(2 * setmetatable({}, { __mul = function(a, b) return ask() .. a end }))
--> R2

--- __div
return say(setmetatable({}, { __div = function() return ask() end }) / 2)
--> R

--- __mod
return say(setmetatable({}, { __mod = function() return ask() end }) % 2)
--> R

--- __pow
return say(setmetatable({}, { __pow = function() return ask() end }) ^ 2)
--> R

--- __unm
return say(-setmetatable({}, { __unm = function() return ask() end }))
--> R

--- __idiv
return say(setmetatable({}, { __idiv = function() return ask() end }) // 2)
--> R

--- __band
return say(setmetatable({}, { __band = function() return ask() end }) & 2)
--> R

--- __bor
return say(2 | setmetatable({}, { __bor = function() return ask() end }))
--> R

--- __bxor
return say(setmetatable({}, { __bxor = function() return ask() end }) ~ 2)
--> R

--- __bnot
return say(~setmetatable({}, { __bnot = function() return ask() end }))
--> R

--- __shl
return say(setmetatable({}, { __shl = function() return ask() end }) << 2)
--> R

--- __shr
return say(1 >> setmetatable({}, { __shr = function() return ask() end }))
--> R

--- __le
return say(setmetatable({}, { __le = function() return ask() == 'R' end }) <= 1)
--> true

--- __le and __lt from the right
local m = { __le = function() return ask() end, __lt = function() return ask() == 'x' end }
return say(1 >= setmetatable({}, m), 1 > setmetatable({}, m), 1 < setmetatable({}, m))
--> true false false

--- __eq only for tables
local m = { __eq = function() return ask() end }
return say(setmetatable({}, m) == setmetatable({}, m), setmetatable({}, m) == 1, setmetatable({}, m) ~= setmetatable({}, m))
--> true false false

--- __concat of many
local m = {}
m.__concat = function(a, b) return ask() .. (type(a) == 'table' and 'T' or a) .. (type(b) == 'table' and 'T' or b) end
local t = setmetatable({}, m)
local first = t .. 1
return 'a' .. 'b' .. t .. first
--> abRTRT1

--- __len as a condition of for
local n = 0
for i = 1, #setmetatable({}, { __len = function() return #ask() + 2 end }) do n = n + i end
return say(n)
--> 6

--- __call with many
local t = setmetatable({}, { __call = function(self, ...) return select('#', ...), ask(), ... end })
return say(t(nil, 2, nil))
--> 3 R nil 2 nil

--- __call in a for
local s, n = '', 0
for v in setmetatable({}, { __call = function() n = n + 1 if n < 3 then return ask() end end }) do s = s .. v end
return s
--> RR

--- __index chain
local base = setmetatable({}, { __index = function(_, k) return k .. ask() end })
return setmetatable({}, { __index = setmetatable({}, { __index = base }) }).deep
--> deepR

--- __index method call
local t = setmetatable({}, { __index = function(_, k) return function(self, x) return k .. x .. ask() end end })
return t:hello('x')
--> helloxR

--- __newindex to a table with __newindex
local log = ''
local t = setmetatable({}, { __newindex = setmetatable({}, { __newindex = function(_, k, v) log = k .. v .. ask() end }) })
t.a = ask()
return log
--> aRR

--- __index on strings
local before = getmetatable('').__index
getmetatable('').__index = function(s, k) return before[k] or (k .. ask()) end
local r = ('x').nope .. ('x'):upper()
getmetatable('').__index = before
return r
--> nopeRX

--- __metatable hides
local t = setmetatable({}, { __metatable = 'hidden', __index = function() return ask() end })
return say(getmetatable(t), pcall(function() setmetatable(t, {}) end)) .. t.x
--> hidden false main.lua:2: cannot change a protected metatableR

--- __metatable with ipairs
local t = setmetatable({}, { __metatable = 'hidden', __index = function(_, i) if i < 3 then return ask() end end })
local s = ''
for _, v in ipairs(t) do s = s .. v end
return s
--> RR

--- __mode and calls
local t = setmetatable({}, { __mode = 'k', __index = function(_, k) return ask() end })
return t[{}]
--> R

--- __index that is the function itself
return say(pcall(function() return setmetatable({}, { __index = ask }).anything end))
--> true R

--- __tostring inside of concat error
return say(pcall(function() return 'a' .. {} end))
--> false main.lua:1: attempt to concatenate a table value

--- __concat missing on one side
local t = setmetatable({}, { __concat = function(a, b) return type(a) .. type(b) .. ask() end })
return say(t .. 1, 1 .. t, t .. nil)
--> tablenumberR numbertableR tablenilR

--- __lt with mixed types
return say(pcall(function() return setmetatable({}, { __lt = function() return ask() end }) < 'x' end), pcall(function() return {} < {} end))
--> true false main.lua:1: attempt to compare two table values

--- __div that raises
return say(pcall(function() return setmetatable({}, { __div = function() ask() error('by zero', 0) end }) / 0 end))
--> false by zero

--- __unm gets the operand twice
return say(-setmetatable({}, { __unm = function(a, b) return tostring(rawequal(a, b)) .. ask() end }))
--> trueR

--- __index when a call is an argument of itself
local t = setmetatable({}, { __index = function(t, k) ask() return k + 1 end })
return say(t[t[t[1]]])
--> 4

--- __pairs whose function yields
local co = coroutine.wrap(function() for k in pairs(setmetatable({}, { __pairs = function() coroutine.yield('y' .. ask()) return next, { a = 1 } end })) do return k end end)
return co() .. co()
--> yRa
