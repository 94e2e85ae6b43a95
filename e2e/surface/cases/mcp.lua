--- there are no servers and no tools
print(next(mcp.servers()), #mcp.tools(), #mcp.tools(nil), #mcp.tools({}))
for server in pairs(app.mcp) do print(server) end
--> nil	0	0	0

--- what mcp holds
local names = {}
for name in pairs(mcp) do names[#names + 1] = name end
table.sort(names)
print(table.concat(names, " "))
--> call get_prompt prompts read_resource resources schema servers tools

--- every function raises for a server that is unknown
for _, call in ipairs({
  function() app.mcp.github.search({ q = "x" }) end,
  function() app.mcp["my-server"].search() end,
  function() mcp.tools("github") end,
  function() mcp.tools({ server = "github" }) end,
  function() mcp.schema("github.search") end,
  function() mcp.call("github.search", { q = "x" }) end,
  function() mcp.call("app.mcp.github.search", {}) end,
  function() mcp.call({ name = "github.search" }) end,
  function() mcp.resources("github") end,
  function() mcp.read_resource("github", "file:///x") end,
  function() mcp.prompts("github") end,
  function() mcp.get_prompt("github", "x", {}) end,
}) do print(select(2, pcall(call))) end
--> main.lua:2: unknown_integration: no MCP server is called github
--> main.lua:3: unknown_integration: no MCP server is called my-server
--> main.lua:4: unknown_integration: no MCP server is called github
--> main.lua:5: unknown_integration: no MCP server is called github
--> main.lua:6: unknown_integration: no MCP server is called github
--> main.lua:7: unknown_integration: no MCP server is called github
--> main.lua:8: unknown_integration: no MCP server is called github
--> main.lua:9: unknown_integration: no MCP server is called github
--> main.lua:10: unknown_integration: no MCP server is called github
--> main.lua:11: unknown_integration: no MCP server is called github
--> main.lua:12: unknown_integration: no MCP server is called github
--> main.lua:13: unknown_integration: no MCP server is called github

--- a name is a string
for _, name in ipairs({ "call", "schema", "resources", "prompts", "read_resource", "get_prompt" }) do
  print(select(2, pcall(mcp[name])), select(2, pcall(mcp[name], 5)))
end
print(select(2, pcall(mcp.tools, 5)), select(2, pcall(mcp.call, "")))
--> main.lua:2: mcp.call: name expected, a string	main.lua:2: mcp.call: name expected, a string
--> main.lua:2: mcp.schema: name expected, a string	main.lua:2: mcp.schema: name expected, a string
--> main.lua:2: mcp.resources: server expected, a string	main.lua:2: mcp.resources: server expected, a string
--> main.lua:2: mcp.prompts: server expected, a string	main.lua:2: mcp.prompts: server expected, a string
--> main.lua:2: mcp.read_resource: server expected, a string	main.lua:2: mcp.read_resource: server expected, a string
--> main.lua:2: mcp.get_prompt: server expected, a string	main.lua:2: mcp.get_prompt: server expected, a string
--> main.lua:4: mcp.tools: server expected, a string	main.lua:4: mcp.call: name expected, a string

--- the error of an unknown server
local _, e = pcall(mcp.call, "github.search")
print(e.code, e.message, e.hint)
--> unknown_integration	no MCP server is called github	mcp.servers() names the servers that are configured; there are none yet.

