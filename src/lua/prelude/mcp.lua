-- `mcp` and `app.mcp`: MCP servers of the user. None can be connected yet, so every name is unknown.
local host, core = ...
local base = core.base

local function refuse(name)
  core.refuse('unknown_integration', 'no MCP server is called ' .. core.show(name))
end

local refuseServer = core.public(function(server)
  refuse(base.type(server) == 'string' and core.string.match(server, '^[^.]*') or server)
end)

core.app.mcp = core.createNode('app.mcp', {
  __index = function(_, name)
    refuse(name)
  end,
  __pairs = function()
    return base.next, {}
  end,
})

mcp = {
  schema = refuseServer,
  call = refuseServer,
  resources = refuseServer,
  read_resource = refuseServer,
  prompts = refuseServer,
  get_prompt = refuseServer,
}

-- A table of servers by name.
function mcp.servers()
  return {}
end

mcp.tools = core.public(function(server)
  if server ~= nil then
    refuse(server)
  end
  return {}
end)
