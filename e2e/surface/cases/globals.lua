--- all globals
local names = {}
for name in pairs(_G) do names[#names + 1] = name end
table.sort(names)
print(table.concat(names, " "))
--> _G _VERSION app assert collectgarbage coroutine debug docs dump error getmetatable ipairs json load lua_list_docs lua_read_doc lua_search_docs math mcp next os pairs pcall print rawequal rawget rawlen rawset regex select setmetatable string table tonumber tostring type utf8 warn xpcall

--- what is absent
print(io, require, dofile, loadfile, package, loadstring, setfenv, unpack, string.dump, os.execute, os.exit, os.getenv, null)
--> nil	nil	nil	nil	nil	nil	nil	nil	nil	nil	nil	nil	nil

--- types of functions
print(type(docs.read), type(json.encode), type(regex.match), type(print), type(mcp.servers))
--> function	function	function	function	function

--- Lua 5.4
print(_VERSION, 7 // 2, 7 / 2, 10 / 2, 1 << 4, 3 | 0, ~0, "10" + 5, 10 // 0.0, 3 % -2, 1 == 1.0, math.type(1), math.type(1.0))
goto done
print("skipped")
::done::
local x <const> = 5
local y <close> = setmetatable({}, { __close = function() print("closed", x) end })
--> Lua 5.4	3	3.5	5.0	16	3	-1	15	inf	-1	true	integer	float
--> closed	5

--- the clock of Demo stands at one moment
print(os.date("%Y-%m-%d %H:%M:%S"), os.date("!%c", 0), os.date("*t", 0).year, os.difftime(5, 3), os.time({ year = 2024, month = 1, day = 1, hour = 0 }))
--> 2026-01-15 12:00:00	Thu Jan  1 00:00:00 1970	1970	2.0	1704067200

--- load takes text alone
print(load("return 1 + 1")(), load("x x")) print(load("\27Lua"))
--> 2	nil	[string "x x"]:1: syntax error near 'x'
--> nil	attempt to load a binary chunk (mode is 't')

--- errors of every kind
print(pcall(error, "x")) print(pcall(error)) print(pcall(error, { code = 5 })) print(pcall(error, "x", 0))
print(pcall(function() error("x") end)) print(pcall(function() local t = nil return t.x end))
--> false	x
--> false	nil
--> false	{
-->   code: 5
--> }
--> false	x
--> false	main.lua:2: x
--> false	main.lua:2: attempt to index a nil value (local 't')

--- error with a table
error({ code = 5 })
--> error: {
-->   code: 5
--> }

--- error with nothing
error()
--> error: nil

--- assert with a message
assert(nil, "no user")
--> error: main.lua:1: no user

--- habits: unpack
print(unpack({ 1, 2 }))
--> error: main.lua:1: attempt to call a nil value (global 'unpack'); it is table.unpack in Lua 5.4

--- habits: require
local http = require("socket.http")
--> error: main.lua:1: attempt to call a nil value (global 'require'); a script has no files and no modules; the outside is reached through app.integrations

--- habits: null
if null.x then end
--> error: main.lua:1: attempt to index a nil value (global 'null'); nothing is nil in Lua, and json.null inside of JSON

--- habits: JSON
print(JSON.parse("{}"))
--> error: main.lua:1: attempt to index a nil value (global 'JSON'); it is json.decode and json.encode here

--- names that begin with two underscores are free
__x = 1 print(__x)
--> 1

--- habits: the error of a call as a text
local ok, e = pcall(app.integrations.upstash.get_key, {})
print(string.find(e, "key"))
--> error: main.lua:2: bad argument #1 to 'find' (string expected, got CallError); an error of a call is a table; ask its code, or search it as problem:find("…")

--- habits: json.parse
print(json.parse("{}"))
--> error: main.lua:1: attempt to call a nil value (field 'parse'); it is json.decode and json.encode here

--- habits: regex.replace
print(regex.replace("a", "b", "c"))
--> error: main.lua:1: attempt to call a nil value (field 'replace'); regex has match, match_all and gsub

--- habits: os.execute
os.execute("ls")
--> error: main.lua:1: attempt to call a nil value (field 'execute'); os has time, clock, date and difftime here

--- habits: methods of other languages
print(("a,b"):split(","))
--> error: main.lua:1: attempt to call a nil value (method 'split'); write for part in text:gmatch("[^,]+") do … end

