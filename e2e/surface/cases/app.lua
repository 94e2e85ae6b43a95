--- pairs lists the namespaces
for name, namespace in pairs(app.integrations) do print(name, namespace) end
--> clerk	app.integrations.clerk
--> cloudconvert	app.integrations.cloudconvert
--> convex	app.integrations.convex
--> render	app.integrations.render
--> upstash	app.integrations.upstash

--- pairs lists the functions of a namespace
for name, fn in pairs(app.integrations.upstash) do print(name, fn) end
--> delete_key	app.integrations.upstash.delete_key
--> get_current_user	app.integrations.upstash.get_current_user
--> get_database	app.integrations.upstash.get_database
--> get_key	app.integrations.upstash.get_key
--> list_databases	app.integrations.upstash.list_databases
--> list_keys	app.integrations.upstash.list_keys
--> set_key	app.integrations.upstash.set_key

--- pairs lists the functions of an account
for name, fn in pairs(app.integrations.convex.work) do print(name, fn) end
--> create_document	app.integrations.convex.work.create_document
--> delete_document	app.integrations.convex.work.delete_document
--> get_current_user	app.integrations.convex.work.get_current_user
--> get_table	app.integrations.convex.work.get_table
--> list_tables	app.integrations.convex.work.list_tables
--> query_documents	app.integrations.convex.work.query_documents
--> update_document	app.integrations.convex.work.update_document

--- pairs lists what app holds
local names = {}
for name in pairs(app) do names[#names + 1] = name end
table.sort(names)
print(table.concat(names, " "))
--> integrations mcp

--- nodes are tables and show as their path
print(type(app), type(app.integrations.clerk), type(app.integrations.clerk.get_user))
print(app, app.integrations, app.mcp, app.integrations.clerk, app.integrations.clerk.get_user)
dump(app.integrations.clerk.work.get_user)
--> table	table	table
--> app	app.integrations	app.mcp	app.integrations.clerk	app.integrations.clerk.get_user
--> app.integrations.clerk.work.get_user

--- all spellings of a namespace and a function are one
local render = app.integrations.render
print(render == app.integrations.render2, render == app.integrations["render"])
print(render.list_services == render.render_list_services, render.list_services == render.render2_list_services)
print(app.integrations.clerk.create_sign_in_token == app.integrations.clerk.clerk_create_sign_token)
--> true	true
--> true	true
--> true

--- the account default is that of the namespace, under its own name
print(app.integrations.upstash.default.get_key("user:1234:session").value)
print(app.integrations.upstash.default.get_key)
--> sess_8f2c1e
--> app.integrations.upstash.default.get_key

--- accounts have data of their own in Demo
app.integrations.upstash.work.set_key("a", "1")
print(app.integrations.upstash.work.get_key("a").value, app.integrations.upstash.get_key("a").value)
--> 1	nil

--- arguments by name, by position, in brackets
print(app.integrations.upstash.get_key({ key = "user:1234:session" }).value)
print(app.integrations.upstash.get_key("user:1234:session").value)
print(app.integrations["upstash"]["get_key"]{ key = "user:1234:session" }.value)
--> sess_8f2c1e
--> sess_8f2c1e
--> sess_8f2c1e

--- no arguments in three forms
local a = app.integrations.convex.list_tables()
local b = app.integrations.convex.list_tables({})
local c = app.integrations.convex.list_tables(nil)
print(json.encode(a) == json.encode(b), json.encode(b) == json.encode(c))
--> true	true

--- nil at the end is no argument
print(app.integrations.upstash.get_key("user:1234:session", nil, nil).value)
--> sess_8f2c1e

--- a whole float is an integer
print(app.integrations.upstash.set_key("a", "b", 60.0).ttl)
--> 60

--- an argument that is missing
app.integrations.upstash.get_key()
--> error: main.lua:1: upstash.get_key: invalid_argument: `key` is missing

--- an empty table has no arguments
app.integrations.upstash.get_key({})
--> error: main.lua:1: upstash.get_key: invalid_argument: `key` is missing

--- json.null is no argument
app.integrations.upstash.get_key({ key = json.null })
--> error: main.lua:1: upstash.get_key: invalid_argument: `key` is missing

--- an argument that is misspelt
app.integrations.upstash.get_key({ ky = "x" })
--> error: main.lua:1: upstash.get_key: invalid_argument: `key` is missing; unknown argument `ky`, did you mean `key`?

--- an argument of another type
app.integrations.upstash.get_key(5)
--> error: main.lua:1: upstash.get_key: invalid_argument: `key` must be a string, not the number 5

--- a fraction where an integer is due
app.integrations.upstash.set_key("a", "b", 1.5)
--> error: main.lua:1: upstash.set_key: invalid_argument: `ex` must be an integer, not 1.5

--- a value that is no choice
app.integrations.convex.query_documents({ table = "users", order = "up" })
--> error: main.lua:1: convex.query_documents: invalid_argument: `order` must be one of "_creationTime", "-_creationTime"

--- more arguments than there are
app.integrations.upstash.get_key("a", "b")
--> error: main.lua:1: upstash.get_key: invalid_argument: takes 1 argument, got 2

--- a function as an argument
app.integrations.upstash.get_key(print)
--> error: main.lua:1: upstash.get_key: invalid_argument: $.key: a function cannot be JSON

--- a node as an argument
app.integrations.upstash.set_key("a", app.integrations.upstash)
--> error: main.lua:1: upstash.set_key: invalid_argument: $.value: app.integrations.upstash cannot be JSON

--- a colon instead of a dot
app.integrations.upstash:get_key{ key = "x" }
--> error: main.lua:1: upstash.get_key: invalid_argument: functions are called with a dot, not with a colon

--- a colon with positional arguments
app.integrations.upstash:get_key("x")
--> error: main.lua:1: upstash.get_key: invalid_argument: functions are called with a dot, not with a colon

--- a namespace in capitals
app.integrations.Upstash.get_key("x")
--> error: main.lua:1: unknown_integration: there is no integration Upstash; did you mean upstash?

--- a namespace that nobody has
app.integrations.slack.post("x")
--> error: main.lua:1: unknown_integration: there is no integration slack

--- a namespace without integrations before it
app.clerk.get_user("x")
--> error: main.lua:1: unknown_integration: app has no clerk; write app.integrations.clerk

--- integrations misspelt
app.integration.clerk.get_user("x")
--> error: main.lua:1: unknown_integration: app has no integration; did you mean integrations?

--- the tools of an agent's session
app.tools.file_read({ path = "x" })
--> error: main.lua:1: unknown_integration: app has no tools; it belongs to the session of an agent

--- a function in camel case
app.integrations.upstash.getKey("x")
--> error: main.lua:1: upstash.getKey: unknown_function: there is no function getKey; did you mean get_key?

--- a function with a hyphen
app.integrations.upstash["get-key"]("x")
--> error: main.lua:1: upstash.get-key: unknown_function: there is no function get-key; did you mean get_key?

--- a function that is misspelt
app.integrations.upstash.get_kye({ key = "x" })
--> error: main.lua:1: upstash.get_kye: unknown_function: there is no function get_kye; did you mean get_key?

--- a function that is misspelt, on an account
app.integrations.upstash.work.get_kye("x")
--> error: main.lua:1: upstash.get_kye: unknown_function: there is no function get_kye; did you mean get_key?

--- a function that is like no other
app.integrations.upstash.frobnicate("x")
--> error: main.lua:1: upstash.frobnicate: unknown_function: there is no function frobnicate

--- an account that cannot be one
app.integrations.upstash["my-team"].get_key("x")
--> error: main.lua:1: upstash.my-team: unknown_function: there is no function my-team; names of accounts have a-z, 0-9 and _ only

--- an account below an account
app.integrations.upstash.work.other.get_key("x")
--> error: main.lua:1: upstash.other: unknown_function: there is no function other

--- an integration is called
app.integrations.upstash()
--> error: main.lua:1: upstash: unknown_function: an integration is no function; call one of its functions, as get_key

--- an account is called
app.integrations.upstash.work()
--> error: main.lua:1: upstash.work: unknown_function: there is no function work

--- counting through integrations
for i, namespace in ipairs(app.integrations) do print(i, namespace) end
--> error: main.lua:1: unknown_integration: there is no integration 1; walk through it with pairs

--- counting through functions
for i, fn in ipairs(app.integrations.clerk) do print(i, fn) end
--> error: main.lua:1: clerk.1: unknown_function: there is no function 1; walk through it with pairs

--- app is read-only
for _, change in ipairs({
  function() app.x = 1 end,
  function() app.integrations.x = 1 end,
  function() app.integrations.clerk.get_user = print end,
  function() app.integrations.clerk.get_user.x = 1 end,
  function() app.mcp.x = 1 end,
}) do print(pcall(change)) end
--> false	main.lua:2: app cannot be changed
--> false	main.lua:3: app cannot be changed
--> false	main.lua:4: app cannot be changed
--> false	main.lua:5: app cannot be changed
--> false	main.lua:6: app cannot be changed

--- the metatables of app are out of reach
print(getmetatable(app), getmetatable(app.integrations.clerk.get_user), pcall(setmetatable, app, {}))
--> app	app	false	cannot change a protected metatable

--- an error prints as a line, joins with text and has fields
local ok, e = pcall(app.integrations.upstash.get_key, {})
print(ok, type(e), e)
print("failed: " .. e)
print(e.code, e.message, e.integration, e["function"], e.account, e.retryable, e.hint)
--> false	table	main.lua:1: upstash.get_key: invalid_argument: `key` is missing
--> failed: main.lua:1: upstash.get_key: invalid_argument: `key` is missing
--> invalid_argument	`key` is missing	upstash	get_key	nil	false	get_key takes key (string).

--- an error can be searched like a text
local _, e = pcall(app.integrations.upstash.get_key, {})
print(e:find("invalid_argument") ~= nil, e:match("`(.-)`"), e:gsub("missing", "absent"))
print(e:lower() == tostring(e), e:len() == #tostring(e), e:sub(1, 8))
--> true	key	main.lua:1: upstash.get_key: invalid_argument: `key` is absent	1
--> true	true	main.lua

--- an error dumps as its fields
local _, e = pcall(app.integrations.upstash.get_key, "list", 5)
dump(e)
--> {
-->   code: "invalid_argument",
-->   function: "get_key",
-->   hint: "Compare the arguments with the page of the function.",
-->   integration: "upstash",
-->   message: "takes 1 argument, got 2",
-->   retryable: false
--> }

--- what the vendor refuses
local ok, e = pcall(app.integrations.clerk.get_user, "user_none")
print(ok, e.code, e.status, e.integration, e["function"], e.retryable)
--> false	not_found	404	clerk	get_user	false

--- a result is plain data
local result = app.integrations.upstash.get_key("none")
print(result.value, getmetatable(result), json.encode(result))
--> nil	nil	{"key":"none"}

--- a script's own names change nothing for app
local call = app.integrations.upstash.get_key
json, string.gsub, pairs, next, type, setmetatable, table.concat = nil
print(call("user:1234:session").value)
--> sess_8f2c1e

