--- numbers
for _, v in ipairs({ 1, -0.0, 1.5, 2^53, 1e300, 1e21, math.maxinteger, math.mininteger, 0.1, 1/3, 5e-324, 1e15, 1e-7, 2^63 }) do
  io = json.encode(v)
  print(io, json.decode(io) == v)
end
--> 1	true
--> 0	true
--> 1.5	true
--> 9007199254740992	true
--> 1e+300	true
--> 1e+21	true
--> 9223372036854775807	true
--> -9223372036854775808	true
--> 0.1	true
--> 0.3333333333333333	true
--> 5e-324	true
--> 1000000000000000	true
--> 1e-07	true
--> 9.223372036854776e+18	true

--- nothing is null
print(json.encode(nil), json.encode(json.null), json.encode(true), json.encode(false))
--> null	null	true	false

--- numbers that JSON has not
print(pcall(json.encode, 0/0)) print(pcall(json.encode, { a = { 1/0 } }))
--> false	main.lua:1: json.encode: $: NaN is not a number in JSON
--> false	main.lua:1: json.encode: $.a[1]: an infinite number cannot be JSON

--- strings
print(json.encode("\0\1\31/\\\"\b\f\n\r\té😀"))
--> "\u0000\u0001\u001f/\\\"\b\f\n\r\té😀"

--- strings that are not UTF-8
print(pcall(json.encode, "\xff")) print(pcall(json.encode, { fields = { name = "a\x80" } }))
print(pcall(json.encode, "\u{D800}")) print(pcall(json.encode, { ["\xff"] = 1 }))
--> false	main.lua:1: json.encode: $: string is not valid UTF-8; use base64
--> false	main.lua:1: json.encode: $.fields.name: string is not valid UTF-8; use base64
--> false	main.lua:2: json.encode: $: string is not valid UTF-8; use base64
--> false	main.lua:2: json.encode: $[key]: string is not valid UTF-8; use base64

--- empty tables
print(json.encode({}), json.encode({ a = {} }), json.encode(json.array()), json.encode(json.array({})), json.encode(json.object({})))
--> {}	{"a":{}}	[]	[]	{}

--- tables that are neither list nor object
for _, t in ipairs({ { 1, nil, 3 }, { [2] = 1 }, { 1, a = 2 }, { [1.5] = 1 }, { [true] = 1 }, { [{}] = 1 }, { [0] = 1 }, { [-1] = 1 } }) do
  print(pcall(json.encode, { x = t }))
end
--> false	main.lua:2: json.encode: $.x: list has a hole at index 2
--> false	main.lua:2: json.encode: $.x: list has a hole at index 1
--> false	main.lua:2: json.encode: $.x: table mixes list items and named fields
--> false	main.lua:2: json.encode: $.x: key 1.5 is neither a name nor a place in a list
--> false	main.lua:2: json.encode: $.x: a boolean as a key is neither a name nor a place in a list
--> false	main.lua:2: json.encode: $.x: a table as a key is neither a name nor a place in a list
--> false	main.lua:2: json.encode: $.x: key 0 is neither a name nor a place in a list
--> false	main.lua:2: json.encode: $.x: key -1 is neither a name nor a place in a list

--- what JSON cannot hold
print(pcall(json.encode, { f = print })) print(pcall(json.encode, { coroutine.create(print) }))
print(pcall(json.encode, app.integrations)) print(pcall(json.encode, { fn = app.integrations.clerk.get_user }))
--> false	main.lua:1: json.encode: $.f: a function cannot be JSON
--> false	main.lua:1: json.encode: $[1]: a thread cannot be JSON
--> false	main.lua:2: json.encode: $: app.integrations cannot be JSON
--> false	main.lua:2: json.encode: $.fn: app.integrations.clerk.get_user cannot be JSON

--- cycles, and tables seen twice
local t = {} t.a = { b = t } print(pcall(json.encode, t))
local s = { 1 } print(json.encode({ x = s, y = s }))
--> false	main.lua:1: json.encode: $.a.b: cycle: the table contains itself
--> {"x":[1],"y":[1]}

--- depth
local function nest(n) local t = {} for _ = 2, n do t = { t } end return t end
print(#json.encode(nest(127)), #json.encode(nest(128))) print(pcall(json.encode, nest(129)))
local function text(n) return ("["):rep(n) .. ("]"):rep(n) end
print(#json.encode(json.decode(text(127))), #json.encode(json.decode(text(128)))) print(pcall(json.decode, text(129)))
--> 254	256
--> false	main.lua:2: json.encode: $[1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1]…: nested deeper than 128
--> 254	256
--> false	main.lua:4: json.decode: not JSON at byte 129: nested deeper than 128

--- metatables do not count
print(json.encode(setmetatable({ a = 1 }, { __index = { b = 2 }, __pairs = function() return next, {} end, __tostring = function() return "x" end })))
--> {"a":1}

--- names are sorted
print(json.encode({ b = 1, a = 2, B = 3, ["1"] = 4, [""] = 5 }))
--> {"":5,"1":4,"B":3,"a":2,"b":1}

--- pretty
print(json.encode({ a = { 1, 2, { b = {} } }, c = json.array({}), d = {}, e = "x" }, { pretty = true }))
--> {
-->   "a": [
-->     1,
-->     2,
-->     {
-->       "b": {}
-->     }
-->   ],
-->   "c": [],
-->   "d": {},
-->   "e": "x"
--> }

--- indent
print(json.encode({ a = { 1 } }, { indent = 4 })) print(json.encode({ a = { 1 } }, { indent = 0 }))
print(json.encode({ a = { 1 } }, { pretty = true, indent = 1 })) print(json.encode({ a = 1 }, { pretty = false }))
--> {
-->     "a": [
-->         1
-->     ]
--> }
--> {"a":[1]}
--> {
-->  "a": [
-->   1
-->  ]
--> }
--> {"a":1}

--- options that are none
print(pcall(json.encode, {}, true)) print(pcall(json.encode, {}, "pretty")) print(pcall(json.encode, {}, { prety = true }))
print(pcall(json.encode, {}, { indent = true })) print(pcall(json.encode, {}, { indent = 2.5 })) print(pcall(json.encode, {}, { indent = 17 }))
print(pcall(json.decode, "1", { nulls = true }))
--> false	main.lua:1: json.encode: options are a table, as { pretty = true }
--> false	main.lua:1: json.encode: options are a table, as { pretty = true }
--> false	main.lua:1: json.encode: there is no option prety; options are written as { pretty = true }
--> false	main.lua:2: json.encode: indent is a whole number from 0 to 16
--> false	main.lua:2: json.encode: indent is a whole number from 0 to 16
--> false	main.lua:2: json.encode: indent is a whole number from 0 to 16
--> false	main.lua:3: json.decode: there is no option nulls; options are written as { null = true }

--- scalars
print(json.decode("1"), json.decode("1.0"), json.decode("1e2"), json.decode('"a"'), json.decode("true"), json.decode("null"), json.decode("-0.0"))
--> 1	1.0	100.0	a	true	nil	-0.0

--- integers of 64 bits, and beyond
print(json.decode("9007199254740993"), json.decode("9223372036854775807"), json.decode("-9223372036854775808"))
print(json.decode("9223372036854775808"), json.decode("-9223372036854775809"), math.type(json.decode("1E3")))
--> 9007199254740993	9223372036854775807	-9223372036854775808
--> 9.2233720368548e+18	-9.2233720368548e+18	float

--- the last of two names counts
print(json.encode(json.decode('{"a":1,"a":2}')), json.encode(json.decode('{"a":1,"a":null}')))
--> {"a":2}	{}

--- nulls are absent from objects and keep their place in lists
local v = json.decode('{"a":null,"b":[null,1,null]}')
print(v.a, #v.b, v.b[1] == json.null, v.b[3] == json.null, json.encode(v))
--> nil	3	true	true	{"b":[null,1,null]}

--- nulls stay with null = true
local v = json.decode('{"a":null}', { null = true })
print(v.a == json.null, json.encode(v), json.decode("null", { null = true }) == json.null)
--> true	{"a":null}	true

--- json.null is one value that cannot be changed
print(json.null, type(json.null), not json.null, #json.null, json.null.x, pcall(function() json.null.x = 1 end))
--> null	table	false	0	nil	false	main.lua:1: json.null cannot be changed

--- escapes
print(json.decode([["\u00e9\ud83d\ude00\n\/\"\\"]]), #json.decode([["\u0000"]]))
--> é😀
--> /"\	1

--- half of a surrogate pair is U+FFFD
print(json.decode([["\ud800"]]), json.decode([["\udc00\ud800"]]), json.decode([["\ud800\u0041"]]))
--> �	��	�A

--- lists and objects stay what they were
print(json.encode(json.decode('{"a":[],"b":{},"c":[[],{}]}')))
local v = json.decode('{"a":[],"b":{}}') v.a[1] = 1 v.b[1] = 1 print(json.encode(v))
--> {"a":[],"b":{},"c":[[],{}]}
--> {"a":[1],"b":[1]}

--- a marker that the content contradicts
local a, o = json.array({}), json.object({}) a.x = 1 o[1] = 1
print(pcall(json.encode, a)) print(pcall(json.encode, o)) print(pcall(json.encode, json.object({ 1 })))
--> false	main.lua:2: json.encode: $: a list has named fields
--> false	main.lua:2: json.encode: $: an object has list items
--> false	main.lua:2: json.encode: $: an object has list items

--- markers
print(json.encode(json.array(json.object({}))), pcall(json.array, 5)) print(pcall(json.object, "x"))
--> []	false	main.lua:1: json.array: table expected, got number
--> false	main.lua:1: json.object: table expected, got string

--- __proto__ is a name like any other
print(json.encode(json.decode('{"__proto__":{"a":1},"constructor":2}')))
--> {"__proto__":{"a":1},"constructor":2}

--- white space
print(json.encode(json.decode(" \t\r\n[ 1 , 2 ] \n")), (pcall(json.decode, "\u{A0}1")), (pcall(json.decode, "\f1")))
--> [1,2]	false	false

--- large values
local t = {} for i = 1, 100000 do t[i] = i end
print(#json.decode(json.encode(t)), #json.decode(json.encode(("x"):rep(1000000))))
--> 100000	1000000

--- what is not JSON
for _, text in ipairs({ "", "  ", "{", "[1,]", '{"a":1,}', "{a:1}", "{'a':1}", "[1 2]", "nul", "01", "1.", "+1", ".5", "1e",
  '"abc', '"\\x"', '"\\u12"', "[1]x", "NaN", "Infinity", "-", "0x10", '"\t"', "\xff", "1e400", "[", "]", '{"a"}', '{"a":}',
  "undefined", "'a'", "[1,,2]", "{} []", "\u{FEFF}{}", '{\n  "a": 1,\n  "b": oops\n}' }) do
  print((select(2, pcall(json.decode, text))))
end
--> main.lua:4: json.decode: not JSON at byte 1: unexpected end
--> main.lua:4: json.decode: not JSON at byte 3: unexpected end
--> main.lua:4: json.decode: not JSON at byte 2: name in double quotes expected
--> main.lua:4: json.decode: not JSON at byte 4: a list does not end with a comma
--> main.lua:4: json.decode: not JSON at byte 8: an object does not end with a comma
--> main.lua:4: json.decode: not JSON at byte 2: name in double quotes expected
--> main.lua:4: json.decode: not JSON at byte 2: name in double quotes expected
--> main.lua:4: json.decode: not JSON at byte 4: ',' or ']' expected
--> main.lua:4: json.decode: not JSON at byte 1: unexpected word 'nul'
--> main.lua:4: json.decode: not JSON at byte 1: number with a leading zero
--> main.lua:4: json.decode: not JSON at byte 2: unexpected text after the value
--> main.lua:4: json.decode: not JSON at byte 1: unexpected +
--> main.lua:4: json.decode: not JSON at byte 1: unexpected .
--> main.lua:4: json.decode: not JSON at byte 2: unexpected text after the value
--> main.lua:4: json.decode: not JSON at byte 1: string without an end
--> main.lua:4: json.decode: not JSON at byte 2: unknown escape
--> main.lua:4: json.decode: not JSON at byte 4: four hexadecimal digits expected
--> main.lua:4: json.decode: not JSON at byte 4: unexpected text after the value
--> main.lua:4: json.decode: not JSON at byte 1: unexpected word 'NaN'
--> main.lua:4: json.decode: not JSON at byte 1: unexpected word 'Infinity'
--> main.lua:4: json.decode: not JSON at byte 1: unexpected -
--> main.lua:4: json.decode: not JSON at byte 2: unexpected text after the value
--> main.lua:4: json.decode: not JSON at byte 2: control character in a string
--> main.lua:4: json.decode: not JSON at byte 1: not valid UTF-8
--> main.lua:4: json.decode: not JSON at byte 1: number out of range
--> main.lua:4: json.decode: not JSON at byte 2: unexpected end
--> main.lua:4: json.decode: not JSON at byte 1: unexpected ]
--> main.lua:4: json.decode: not JSON at byte 5: ':' expected
--> main.lua:4: json.decode: not JSON at byte 6: unexpected }
--> main.lua:4: json.decode: not JSON at byte 1: unexpected word 'undefined'
--> main.lua:4: json.decode: not JSON at byte 1: text stands in double quotes
--> main.lua:4: json.decode: not JSON at byte 4: unexpected ,
--> main.lua:4: json.decode: not JSON at byte 4: unexpected text after the value
--> main.lua:4: json.decode: not JSON at byte 1: a byte order mark is no JSON
--> main.lua:4: json.decode: not JSON at byte 20 (line 3, column 8): unexpected word 'oops'

--- what is no text
print(pcall(json.decode)) print(pcall(json.decode, 5)) print(pcall(json.decode, {})) print(pcall(function() json:decode("{}") end))
--> false	main.lua:1: json.decode: string expected, got nil
--> false	main.lua:1: json.decode: string expected, got number
--> false	main.lua:1: json.decode: string expected, got table
--> false	main.lua:1: json.decode: string expected, got table

