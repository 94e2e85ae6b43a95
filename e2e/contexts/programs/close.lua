-- Variables with <close>: at the end of a block, after an error, in coroutines that are closed.

--- __close on the way out of an error
local log = {}
local ok, e = pcall(function()
  local a <close> = setmetatable({}, { __close = function(_, e) log[#log + 1] = ask() .. tostring(e) end })
  local b <close> = setmetatable({}, { __close = function(_, e) log[#log + 1] = ask() .. tostring(e) end })
  error('x', 0)
end)
return say(ok, e, table.concat(log, ','))
--> false x Rx,Rx

--- __close that raises after a call
local ok, e = pcall(function()
  local a <close> = setmetatable({}, { __close = function(_, e) ask() error('close ' .. tostring(e), 0) end })
  error('x', 0)
end)
return say(ok, e)
--> false close x

--- __close whose call fails
local seen
local ok, e = pcall(function()
  local outer <close> = setmetatable({}, { __close = function(_, e) seen = e.code .. ask() end })
  local inner <close> = setmetatable({}, { __close = function() broken() end })
  return ask()
end)
return say(ok, e.code, seen)
--> false not_found not_foundR

--- __close at break, goto and return
local log = ''
local function c(n) return setmetatable({}, { __close = function() log = log .. n .. ask() end }) end
for i = 1, 3 do local x <close> = c('b') if i == 2 then break end end
do local i = 0 ::top:: do local x <close> = c('g') i = i + 1 if i < 2 then goto top end end end
local function f() local x <close> = c('r') return ask(), ask() end
return say(log, f()) .. log
--> bRbRgRgR R RbRbRgRgRrR

--- __close of the fourth value of for
local log = ''
for i in function(_, i) i = (i or 0) + 1 if i < 4 then ask() return i end end, nil, nil, setmetatable({}, { __close = function() log = log .. ask() end }) do
  log = log .. i
  if i == 2 then break end
end
return log
--> 12R

--- coroutine.close with variables that call
local log = ''
local co = coroutine.create(function()
  local a <close> = setmetatable({}, { __close = function() log = log .. 'a' .. ask() end })
  local b <close> = setmetatable({}, { __close = function() log = log .. 'b' .. ask() end })
  coroutine.yield()
end)
coroutine.resume(co)
return say(coroutine.close(co)) .. log .. coroutine.status(co)
--> truebRaRdead

--- coroutine.close whose __close raises after a call
local co = coroutine.create(function()
  local a <close> = setmetatable({}, { __close = function() ask() error('mine', 0) end })
  coroutine.yield()
end)
coroutine.resume(co)
local ok, e = coroutine.close(co)
return say(ok, e, coroutine.status(co))
--> false mine dead

--- coroutine.wrap whose error runs __close that calls
local log = ''
local ok, e = pcall(coroutine.wrap(function()
  local a <close> = setmetatable({}, { __close = function(_, e) log = ask() .. tostring(e) end })
  error('x', 0)
end))
return say(ok, e, log)
--> false x Rx

--- close of a running one
return say(pcall(function() local co co = coroutine.create(function() ask() return coroutine.close(co) end) return assert(select(2, coroutine.resume(co))) end))
--> true main.lua:1: cannot close a running coroutine

--- close of one not begun
local co = coroutine.create(ask)
return say(coroutine.close(co), coroutine.status(co))
--> true dead

--- a const and a close
local x <const> = ask()
local y <close> = nil
return x
--> R

--- __close given nil and error
local log = ''
do
  local a <close> = setmetatable({}, { __close = function(o, e) log = log .. tostring(e) .. ask() end })
end
return log
--> nilR

--- __close of a value without it
return say(pcall(function() local x <close> = {} end))
--> false main.lua:1: variable 'x' got a non-closable value

--- __close false and nil
do local a <close> = nil local b <close> = false end
return ask()
--> R

--- __close that yields
local co = coroutine.wrap(function() do local c <close> = setmetatable({}, { __close = function() coroutine.yield('c' .. ask()) end }) end return 'end' end)
return co() .. co()
--> cRend

--- a close in a close
local log = ''
local function c(name, inner) return setmetatable({}, { __close = function() if inner then local x <close> = inner ask() end log = log .. name .. ask() end }) end
do local a <close> = c('a', c('b', c('c'))) end
return log
--> cRbRaR

--- errors in a chain of closes
local log = {}
local function c(name) return setmetatable({}, { __close = function(_, e) log[#log + 1] = tostring(e) ask() error(name, 0) end }) end
local ok, e = pcall(function() local a <close> = c('a') local b <close> = c('b') local d <close> = c('d') error('body', 0) end)
return say(ok, e, table.concat(log, ','))
--> false a body,d,b

--- coroutine.close with a chain of closes that raise
local log = {}
local function c(name) return setmetatable({}, { __close = function(_, e) log[#log + 1] = tostring(e) ask() error(name, 0) end }) end
local co = coroutine.create(function() local a <close> = c('a') local b <close> = c('b') local d <close> = c('d') coroutine.yield(ask()) end)
coroutine.resume(co)
local ok, e = coroutine.close(co)
return say(ok, e, table.concat(log, ','), coroutine.status(co))
--> false a nil,d,b dead

--- coroutine.close over many frames
local log = ''
local function c(n) return setmetatable({}, { __close = function() log = log .. n .. ask() end }) end
local function deep(n) local x <close> = c(n) if n == 0 then coroutine.yield() else deep(n - 1) end end
local co = coroutine.create(deep)
coroutine.resume(co, 5)
return say(coroutine.close(co), log)
--> true 0R1R2R3R4R5R

--- coroutine.close of a dead one with an error
local log = ''
local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function(_, e) log = log .. tostring(e) .. ask() end }) error('boom', 0) end)
local ok, e = coroutine.resume(co)
return say(ok, e, log, coroutine.status(co), coroutine.close(co)) .. log .. say(coroutine.close(co))
--> false boom  dead false boomboomRtrue

--- coroutine.close inside of pcall inside of sort
local log = ''
local t = { 2, 1 }
table.sort(t, function(a, b)
  local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() log = log .. ask() end }) coroutine.yield() end)
  coroutine.resume(co)
  pcall(coroutine.close, co)
  return a < b
end)
return log .. table.concat(t)
--> R12

--- coroutine.close inside of a coroutine
local log = ''
local outer = coroutine.wrap(function()
  local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() log = log .. ask() end }) coroutine.yield('in') end)
  coroutine.yield(select(2, coroutine.resume(co)))
  coroutine.close(co)
  coroutine.yield(log)
  return 'end'
end)
return outer() .. outer() .. outer()
--> inRend

--- upvalues of a closed coroutine
local get
local co = coroutine.create(function() local v = ask() local x <close> = setmetatable({}, { __close = function() v = v .. ask() end }) get = function() return v end coroutine.yield() end)
coroutine.resume(co)
coroutine.close(co)
return get()
--> RR

--- a variable to close that hides its metatable
local log = ''
local co = coroutine.create(function() local x <close> = setmetatable({}, { __metatable = 'no', __close = function() log = log .. ask() end }) coroutine.yield() end)
coroutine.resume(co)
return say(coroutine.close(co), log)
--> true R

--- a metatable that loses __close
local mt = { __close = function() end }
local co = coroutine.create(function() local x <close> = setmetatable({}, mt) coroutine.yield() end)
coroutine.resume(co)
mt.__close = nil
local ok, e = coroutine.close(co)
return say(ok, coroutine.status(co))
--> false dead

--- a yield in __close of coroutine.close
local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() coroutine.yield('no') end }) coroutine.yield() end)
local outer = coroutine.wrap(function() coroutine.resume(co) return bare(coroutine.close(co)) end)
return outer()
--> false attempt to yield across a C-call boundary

--- a yield in __close of coroutine.close, from the main chunk
local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() ask() coroutine.yield('no') end }) coroutine.yield() end)
coroutine.resume(co)
print(coroutine.close(co))
return bare(pcall(coroutine.yield))
--> false	attempt to yield across a C-call boundary
--> false attempt to yield from outside a coroutine

--- for over a coroutine that is left early and closed
local log = ''
local function items() local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() log = log .. 'closed' .. ask() end }) for i = 1, 9 do coroutine.yield(i) end end)
  return function() return select(2, coroutine.resume(co)) end, nil, nil, setmetatable({}, { __close = function() coroutine.close(co) end }) end
for i in items() do if i == 3 then break end log = log .. i .. ask() end
return log
--> 1R2RclosedR

--- a variable to close far out on the stack
local log = ''
local function fill(...) coroutine.yield(select('#', ...)) end
local t = {}
for i = 1, 70000 do t[i] = i end
local co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() log = log .. 'x' .. ask() end })
  local function far(...) local y <close> = setmetatable({}, { __close = function() log = log .. 'y' .. ask() end }) fill(...) end
  far(table.unpack(t))
end)
coroutine.resume(co)
return say(coroutine.close(co), log)
--> true yRxR
