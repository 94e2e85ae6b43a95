-- Coroutines around calls, and calls around coroutines.

--- a producer and a consumer
local producer = coroutine.create(function() for i = 1, 3 do coroutine.yield(ask() .. i) end return 'end' end)
local s = ''
while true do
  local ok, v = coroutine.resume(producer)
  s = s .. v
  if coroutine.status(producer) == 'dead' then break end
end
return s
--> R1R2R3end

--- a filter over coroutines
local function gen() return coroutine.wrap(function() for i = 1, 6 do coroutine.yield(i) end end) end
local function filter(g) return coroutine.wrap(function() for v in g do if ask() and v % 2 == 0 then coroutine.yield(v) end end end) end
local function map(g) return coroutine.wrap(function() for v in g do coroutine.yield(v .. ask()) end end) end
local s = ''
for v in map(filter(gen())) do s = s .. v end
return s
--> 2R4R6R

--- resume of a dead one
local co = coroutine.create(function() return ask() end)
return say(coroutine.resume(co)) .. say(coroutine.resume(co)) .. coroutine.status(co)
--> true Rfalse cannot resume dead coroutinedead

--- resume of itself
local co
co = coroutine.create(function() ask() return coroutine.resume(co) end)
return say(coroutine.resume(co))
--> true false cannot resume non-suspended coroutine

--- wrap of a dead one
local f = coroutine.wrap(function() return ask() end)
f()
return say(pcall(f))
--> false cannot resume dead coroutine

--- status within
local co
co = coroutine.create(function() local s = coroutine.status(co) .. ask() local inner = coroutine.wrap(function() ask() return coroutine.status(co) end) return s .. inner() end)
return say(coroutine.resume(co))
--> true runningRnormal

--- an error in a coroutine after a call
local co = coroutine.create(function() ask() error({ code = 'mine' }) end)
local ok, e = coroutine.resume(co)
return say(ok, e.code, coroutine.status(co), (coroutine.close(co)))
--> false mine dead false

--- a failing call in a coroutine
local co = coroutine.create(function() broken() end)
local ok, e = coroutine.resume(co)
return say(ok, e.code, coroutine.status(co))
--> false not_found dead

--- a failing call through wrap
local ok, e = pcall(coroutine.wrap(function() broken() end))
return say(ok, e.code)
--> false not_found

--- isyieldable inside
return say(coroutine.wrap(function() ask() return coroutine.isyieldable(), select(2, coroutine.running()) end)())
--> true false

--- coroutine in __index
local t = setmetatable({}, { __index = coroutine.wrap(function(t, k) while true do t, k = coroutine.yield(k .. ask()) end end) })
return t.a .. t.b
--> aRbR

--- yields across pcall with calls
local co = coroutine.wrap(function()
  local ok, v = pcall(function() local a = coroutine.yield(ask() .. 1) error(a .. ask(), 0) end)
  coroutine.yield(tostring(ok) .. v)
  return 'end'
end)
return co() .. co('in') .. co()
--> R1falseinRend

--- yields across metamethods with calls
local co = coroutine.wrap(function() local t = setmetatable({}, { __add = function(a, b) return coroutine.yield(ask()) end }) return t + 1 end)
return co() .. co('back')
--> Rback

--- deep towers of coroutines
local function tower(n) if n == 0 then return ask() end return coroutine.wrap(function() return tower(n - 1) end)() end
return tower(50)
--> R

--- many values through every door
local function many() return ask(), nil, ask(), nil end
local t = table.pack(pcall(many))
local co = table.pack(coroutine.resume(coroutine.create(many)))
local w = table.pack(coroutine.wrap(many)())
local x = table.pack(xpcall(many, print))
local u = table.pack(table.unpack(table.pack(many()), 1, 4))
return say(t.n, co.n, w.n, x.n, u.n, select('#', many()), #{ many(), n = 1 } > 0)
--> 5 5 4 5 4 4 true

--- values into a coroutine, nils in between
local co = coroutine.wrap(function(...) local n = select('#', ...) while true do n = select('#', coroutine.yield(n .. ask())) end end)
return say(co(nil, nil), co(nil, 1, nil), co(), co(nil))
--> 2R 3R 0R 1R
