-- load, with readers that call.

--- load with a reader in pieces
local pieces, n = { 'local a = 1 ', 'return ', 'a + 1' }, 0
local f = load(function() n = n + 1 ask() return pieces[n] end)
return say(f())
--> 2

--- load with a reader that ends by an empty text
local pieces, n = { 'return 5', '', 'garbage(' }, 0
local f = load(function() n = n + 1 ask() return pieces[n] end)
return say(f())
--> 5

--- load with a reader that ends at once
local f, e = load(function() ask() return nil end)
return say(type(f), e, select('#', f()))
--> function nil 0

--- load with a reader that raises
return say(load(function() ask() error('reader', 0) end))
--> nil reader

--- load with a reader that raises a table
local f, e = load(function() ask() error({ code = 7 }) end)
return say(f, e.code)
--> nil 7

--- load with a reader whose call fails
local f, e = load(function() return broken() end)
return say(f, e.code)
--> nil not_found

--- load with a reader that gives a number
local n = 0
return say(load(function() n = n + 1 ask() if n == 1 then return 'return ' elseif n == 2 then return 42 end end)())
--> 42

--- load with a reader that gives a table
return say(load(function() ask() return {} end))
--> nil main.lua:1: reader function must return a string

--- load with a reader that gives true
return say(load(function() ask() return true end))
--> nil main.lua:1: reader function must return a string

--- load with a reader and a syntax error
local n = 0
return say(load(function() n = n + 1 ask() if n == 1 then return 'x =' end end))
--> nil (load):1: unexpected symbol near <eof>

--- load with a reader, a name and an environment
local n = 0
local f = load(function() n = n + 1 ask() if n == 1 then return 'return x, y' end end, '=part', 't', { x = 'ex' })
return say(f())
--> ex nil

--- load with a reader of another mode
local n = 0
return say(load(function() n = n + 1 ask() if n == 1 then return 'return x' end end, 'part', 'b'))
--> nil attempt to load a text chunk (mode is 'b')

--- load with an environment that has __index
return say(load('return greeting', 'x', 't', setmetatable({}, { __index = function(_, k) return k .. ask() end }))())
--> greetingR

--- load of a chunk that calls and raises
local f = load('local v = ask() error("in chunk " .. v)', '=chunk')
return say(pcall(f))
--> false chunk:1: in chunk R

--- load inside of a coroutine
return coroutine.wrap(function() local n = 0 return load(function() n = n + 1 if n == 1 then return 'return "' .. ask() .. '"' end end)() end)()
--> R

--- load with a reader that is a callable table
return say(pcall(function() return load(setmetatable({}, { __call = function() return ask() end })) end))
--> false main.lua:1: bad argument #1 to 'load' (function expected, got table)

--- load whose reader yields
local co = coroutine.wrap(function() return bare(load(function() coroutine.yield('y') end)) end)
return co()
--> nil attempt to yield across a C-call boundary

--- load with upvalues and varargs
local f = load('local a, b = ... return a .. ask() .. b, select("#", ...)')
return say(f('x', 'y', nil))
--> xRy 3

--- load in load
return load('return load("return ask() .. ...")(...)')('z')
--> Rz
