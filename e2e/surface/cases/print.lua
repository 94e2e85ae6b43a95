--- numbers print as Lua writes them
print(1, 1.0, -0.0, 1e100, 2^53, 2^63, math.maxinteger, math.mininteger, 1/0, -1/0, 0x10)
--> 1	1.0	-0.0	1e+100	9.007199254741e+15	9.2233720368548e+18	9223372036854775807	-9223372036854775808	inf	-inf	16

--- print joins with tabs and ends with a line
print() print("a", nil, true, false) print(table.unpack({ 1, nil, 3 }, 1, 3))
-->
--> a	nil	true	false
--> 1	nil	3

--- a list
print({ 1, "two", { 3 }, {}, true })
--> [
-->   1,
-->   "two",
-->   [
-->     3
-->   ],
-->   {},
-->   true
--> ]

--- a map has sorted keys
print({ b = 1, a = { c = {} }, ["a b"] = 2, [10] = 3, [1.5] = 4, [true] = 5, ["1"] = 6, ["é"] = 7, [""] = 8 })
--> {
-->   1.5: 4,
-->   10: 3,
-->   "": 8,
-->   "1": 6,
-->   a: {
-->     c: {}
-->   },
-->   "a b": 2,
-->   b: 1,
-->   "é": 7,
-->   true: 5
--> }

--- holes and a mixture are maps
print({ 1, nil, 3 }) print({ [0] = 0, 1 }) print({ 1, 2, a = 3 })
--> {
-->   1: 1,
-->   3: 3
--> }
--> {
-->   0: 0,
-->   1: 1
--> }
--> {
-->   1: 1,
-->   2: 2,
-->   a: 3
--> }

--- strings in tables are quoted, bytes that are no text shown
print({ 'q"q', "a\\b", "new\nline", "tab\t", "nul\0", "\xff\xfe", "é😀", "\x7f" }) print({ ["a\n"] = 1, ["\xff"] = 2 })
--> [
-->   "q\"q",
-->   "a\\b",
-->   "new\nline",
-->   "tab\t",
-->   "nul\x00",
-->   "\xFF\xFE",
-->   "é😀",
-->   "\x7F"
--> ]
--> {
-->   "a\n": 1,
-->   "\xFF": 2
--> }

--- cycles
local t = { name = "x" } t.self = t print(t)
local a, b = {}, {} a.b = b b.a = a print(a)
--> {
-->   name: "x",
-->   self: <circular>
--> }
--> {
-->   b: {
-->     a: <circular>
-->   }
--> }

--- a table that is seen twice is no cycle
local s = { 1 } print({ x = s, y = s })
--> {
-->   x: [
-->     1
-->   ],
-->   y: [
-->     1
-->   ]
--> }

--- depth ends at 64
local t = {} for _ = 1, 100 do t = { t } end
print(tostring(t):find("<deeper>", 1, true) ~= nil, select(2, tostring(t):gsub("%[", "")))
--> true	64

--- large tables
local t = {} for i = 1, 20000 do t[i] = i end
print(#tostring(t))
--> 168896

--- functions and threads
print({ print, coroutine.create(print), app.integrations.clerk.get_user })
print(tostring(print):match("^%a+: ") ~= nil)
--> [
-->   <function>,
-->   <thread>,
-->   app.integrations.clerk.get_user
--> ]
--> true

--- null, and empty tables by what they are
print(json.null, { json.null }, json.array({}), json.object({}), json.decode("[]"), json.decode("{}"), {})
--> null	[
-->   null
--> ]	[]	{}	[]	{}	{}

--- tostring
print(tostring(1), tostring(1.5), tostring("x"), tostring(nil), tostring(true), tostring({ 1, "a" }), tostring({ a = 1 }))
--> 1	1.5	x	nil	true	[
-->   1,
-->   "a"
--> ]	{
-->   a: 1
--> }

--- tostring of an empty table, and of a type with a name, is Lua's own
print((tostring({}):gsub("0x%x+", "ADDRESS")), (tostring(setmetatable({ 1 }, { __name = "Point" })):gsub("0x%x+", "ADDRESS")))
--> table: ADDRESS	Point: ADDRESS

--- tostring asks the metatable, dump does not
local point = setmetatable({ x = 1 }, { __tostring = function() return "a point" end })
print(point, tostring(point), string.format("%s", point), { point }) dump(point)
--> a point	a point	a point	[
-->   {
-->     x: 1
-->   }
--> ]
--> {
-->   x: 1
--> }

--- tostring wants a value, and a text from __tostring
print(pcall(tostring)) print(pcall(tostring, setmetatable({}, { __tostring = function() return {} end })))
--> false	bad argument #1 to 'tostring' (value expected)
--> false	'__tostring' must return a string

--- metatables do not change what a table shows
print(setmetatable({ a = 1 }, { __pairs = function() return next, { b = 2 } end, __index = { c = 3 }, __len = function() return 9 end }))
--> {
-->   a: 1
--> }

--- dump shows one value and returns all
local x = dump({ 1 }) print(x[1])
print(dump(1, 2, 3)) print(select("#", dump()), dump(nil))
--> [
-->   1
--> ]
--> 1
--> 1
--> 1	2	3
--> nil
--> nil
--> 0	nil

--- dump in the middle of an expression
print(dump(app.integrations.upstash.get_key("user:1234:session")).value)
--> {
-->   key: "user:1234:session",
-->   value: "sess_8f2c1e"
--> }
--> sess_8f2c1e

--- string.format knows tables
print(string.format("%s %d %5.2f %q %x", { 1 }, 3, 3.14159, "a\nb", 255))
--> [
-->   1
--> ] 3  3.14 "a\
--> b" ff

--- strings of bytes
print(#"a\0b", #"\xff", ("a\0b"):byte(1, -1))
--> 3	1	97	0	98

--- warn
warn("a") warn("a", "b") warn(1) warn("@off") warn("x") warn("@on") warn("@other") warn("y", "@off") warn("z")
print(pcall(warn)) print(pcall(warn, {}))
--> warning: a
--> warning: ab
--> warning: 1
--> warning: y@off
--> warning: z
--> false	bad argument #1 to 'warn' (string expected, got no value)
--> false	bad argument #1 to 'warn' (string expected, got table)

