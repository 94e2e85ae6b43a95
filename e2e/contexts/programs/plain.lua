-- What ordinary scripts do.

--- varargs with nils in between
local function f(...) local a, b, c = ... return select('#', ...), a, b, c, (select('#', ask(), ...)) end
return say(f(nil, ask(), nil))
--> 3 nil R nil 4

--- a tail call to the function
local function f() return ask() end
local function g() return f() end
return g()
--> R

--- a tail call in pcall
return say(pcall(function() return pcall(function() return ask() end) end))
--> true true R

--- calls as arguments and in tables
local t = { ask(), ask(), x = ask(), [ask()] = ask(), ask() }
return say(#t, t.x, t.R, select('#', ask(), ask()))
--> 3 R R 2

--- a closure over calls
local function counter() local n = 0 return function() n = n + #ask() return n end end
local c = counter()
return say(c(), c(), c())
--> 1 2 3

--- recursion with calls
local function fact(n) if n <= 1 then return #ask() end return n * fact(n - 1) * #ask() end
return say(fact(20))
--> 2432902008176640000

--- a global through __index of _ENV
local _ENV = setmetatable({}, { __index = function(_, k) return k .. ask() end, ask = ask })
return missing
--> missingR

--- a global through __newindex of _G
local ask = ask
local r
setmetatable(_G, { __newindex = function(t, k, v) r = k .. ask() rawset(t, k, v) end })
newglobal = 1
setmetatable(_G, nil)
return r .. newglobal
--> newglobalR1

--- rawget, rawset, rawlen, rawequal beside metamethods
local t = setmetatable({ 'a' }, { __index = ask, __newindex = error, __len = error, __eq = error })
rawset(t, 'b', 2)
return say(rawget(t, 'x'), rawlen(t), rawequal(t, {}), rawget(t, 'b'), t.zzz)
--> nil 1 false 2 R

--- multiple assignment and order
local a, b, c = ask(), (ask()), nil
local i, t = 1, {}
i, t[i] = i + 1, ask() .. i
return say(a, b, c, i, t[1], t[2])
--> R R nil 2 R1 nil

--- swap through metamethods
local store = { a = 1, b = 2 }
local t = setmetatable({}, { __index = function(_, k) ask() return store[k] end, __newindex = function(_, k, v) ask() store[k] = v end })
t.a, t.b = t.b, t.a
return say(store.a, store.b)
--> 2 1

--- nested functions and upvalues after calls
local fs = {}
for i = 1, 3 do local x = ask() .. i fs[i] = function() x = x .. '!' return x end end
return fs[1]() .. fs[1]() .. fs[3]()
--> R1!R1!!R3!

--- an object with inheritance
local A = {} A.__index = A
function A.new(x) return setmetatable({ x = x }, A) end
function A:get() return self.x .. ask() end
local B = setmetatable({}, { __index = A }) B.__index = B
function B.new(x) return setmetatable(A.new(x), B) end
function B:twice() return self:get() .. self:get() end
return B.new('b'):twice()
--> bRbR

--- memoize
local calls = 0
local memo = setmetatable({}, { __index = function(t, k) calls = calls + 1 local v = k .. ask() rawset(t, k, v) return v end })
return memo.a .. memo.a .. memo.b .. calls
--> aRaRbR2

--- a proxy that logs
local log = {}
local function proxy(t) return setmetatable({}, { __index = function(_, k) log[#log + 1] = 'get ' .. k ask() return t[k] end, __newindex = function(_, k, v) log[#log + 1] = 'set ' .. k ask() t[k] = v end, __len = function() ask() return #t end, __pairs = function() ask() return pairs(t) end }) end
local p = proxy({ 1, 2 })
p[3] = p[1] + p[2]
local sum = 0
for k, v in pairs(p) do sum = sum + v end
return say(#p, sum, table.concat(log, ','))
--> 3 6 get 1,get 2,set 3

--- concat of an object with __tostring only
return say(pcall(function() return 'x' .. setmetatable({}, { __tostring = function() return ask() end }) end))
--> false main.lua:1: attempt to concatenate a table value

--- print within a coroutine with __tostring
local r
coroutine.wrap(function() r = tostring(setmetatable({}, { __tostring = function() return ask() end })) end)()
return r
--> R

--- two hundred values through a call
local t = {}
for i = 1, 200 do t[i] = i end
local function f(...) ask() return ... end
return say(select('#', f(table.unpack(t))), (select(200, f(table.unpack(t)))))
--> 200 200

--- a decorator of a decorator
local function twice(f) return function(...) return (f(...)) .. (f(...)) end end
return twice(twice(ask))()
--> RRRR

--- a varargs function that calls for each
local function each(...) local out = {} for i = 1, select('#', ...) do out[i] = tostring((select(i, ...))) .. ask() end return table.concat(out, ' ') end
return each(1, nil, false, 'x')
--> 1R nilR falseR xR

--- sort stability does not matter, order does
local t = {}
for i = 1, 9 do t[i] = { k = (i * 4) % 9 } end
local m = { __lt = function(a, b) return a.k < b.k end }
for _, v in ipairs(t) do setmetatable(v, m) end
table.sort(t)
local s = ''
for _, v in ipairs(t) do s = s .. v.k end
return s
--> 012345678

--- os.time of a proxy
return say(pcall(function() return os.time(setmetatable({ year = 2024, month = 1, day = 1, hour = 12 }, { __index = function(_, k) ask() return nil end })) > 0 end))
--> true true

--- a weak table does not lose what is held
local t = setmetatable({}, { __mode = 'v' })
local keep = { ask() }
t[1] = keep
collectgarbage()
return t[1][1]
--> R

--- garbage between calls
local s = ''
for i = 1, 5 do local junk = {} for j = 1, 1000 do junk[j] = { j } end collectgarbage() s = s .. ask() end
return s
--> RRRRR
