-- Errors: pcall, xpcall, error, assert, and what Lua says about wrong code beside a call.

--- xpcall whose handler gives several values
return say(xpcall(function() error('x', 0) end, function(e) return ask() .. e, 2 end))
--> false Rx

--- xpcall with arguments
return say(xpcall(function(...) return select('#', ...), ask(), ... end, print, nil, 2, nil))
--> true 3 R nil 2 nil

--- xpcall whose handler raises
return say(xpcall(function() error('x', 0) end, function(e) ask() error('h', 0) end))
--> false error in error handling

--- xpcall whose handler raises once
local n = 0
return say(xpcall(function() error('x', 0) end, function(e) n = n + 1 ask() if n == 1 then error('again', 0) end return e .. n end))
--> false again2

--- xpcall of a failed call
return say(xpcall(broken, function(e) return e.code .. ask() end))
--> false not_foundR

--- xpcall whose handler makes a failing call
return say(xpcall(function() error('x', 0) end, function(e) return broken() end))
--> false error in error handling

--- xpcall in a handler
return say(xpcall(error, function(e) return select(2, xpcall(error, function(f) return e .. f .. ask() end, 'b')) end, 'a'))
--> false abR

--- xpcall with error(nil)
return say(xpcall(error, function(e) return tostring(e) .. ask() end))
--> false nilR

--- xpcall in a coroutine with a yield in the body
local co = coroutine.wrap(function() return say(xpcall(function() coroutine.yield(ask()) error('e', 0) end, function(e) return ask() .. e end)) end)
return co() .. co()
--> Rfalse Re

--- pcall in pcall in pcall
return say(pcall(pcall, pcall, ask))
--> true true true R

--- pcall of nothing
return say(pcall(pcall))
--> false bad argument #1 to 'pcall' (value expected)

--- pcall of a callable table
return say(pcall(setmetatable({}, { __call = function(_, a) return ask() .. a end }), 'x'))
--> true Rx

--- error with a level
local function f() ask() error('deep', 2) end
return say(pcall(function() f() end))
--> false main.lua:2: deep

--- error with a table and __tostring
local e = setmetatable({}, { __tostring = function() return 'E' .. ask() end })
local ok, got = pcall(error, e)
return say(ok, got == e, got)
--> false true ER

--- assert with a call
return say(pcall(function() return assert(false, ask()) end)) .. say(assert(ask(), 'm'))
--> false main.lua:1: RR m

--- assert without a message
return say(pcall(function() return assert(nil) end))
--> false main.lua:1: assertion failed!

--- xpcall handler that yields
local co = coroutine.wrap(function() return say(xpcall(error, function(e) coroutine.yield('y') return 'h' end, 'x')) end)
return co()
--> false error in error handling

--- an error nobody catches, with a __tostring that calls
local t = { }
local ok, e = pcall(function() error(setmetatable({}, { __tostring = function() return 'shown ' .. ask() end })) end)
return say(ok, e)
--> false shown R

--- nested pcalls that catch in turn
local log = {}
local ok, e = pcall(function()
  local ok, e = pcall(function()
    local ok, e = pcall(function() ask() error('one', 0) end)
    log[#log + 1] = e
    ask()
    error(e .. ' two', 0)
  end)
  log[#log + 1] = e
  broken()
end)
return say(table.concat(log, ','), ok, e.code)
--> one,one two false not_found

--- error objects through three coroutines
local e0 = { code = 'deep' }
local function level(n) return coroutine.wrap(function() ask() if n == 0 then error(e0) end return level(n - 1)() end) end
local ok, e = pcall(level(3))
return say(ok, e == e0, e.code)
--> false true deep

--- error positions through a call
local ok, e = pcall(function()
  local x = ask()
  local y = x.field.other
end)
return say(ok, e)
--> false main.lua:3: attempt to index a nil value (field 'field')

--- arithmetic on what was asked
return say(pcall(function() local x = ask() return x + 1 end))
--> false main.lua:1: attempt to add a 'string' with a 'number'

--- calling what was asked
return say(pcall(function() local x = ask() x() end))
--> false main.lua:1: attempt to call a string value (local 'x')

--- a wrong method of what was asked
return say(pcall(function() return ask():nothing() end))
--> false main.lua:1: attempt to call a nil value (method 'nothing')

--- comparing what was asked
return say(pcall(function() return ask() < 1 end))
--> false main.lua:1: attempt to compare string with number

--- concatenation of what is missing
return say(pcall(function() local t = { name = ask() } return 'x' .. t.nam end))
--> false main.lua:1: attempt to concatenate a nil value (field 'nam')

--- a for over what is no iterator
return say(pcall(function() for i in ask() do end end))
--> false main.lua:1: attempt to call a string value (for iterator 'for iterator')
