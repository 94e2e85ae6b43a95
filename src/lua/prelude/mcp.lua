-- `mcp` and `app.mcp`: MCP servers of the user. None can be connected yet, so every name is unknown.
local host, core = ...
local base, string = core.base, core.string
local type = base.type
local HINT = 'mcp.servers() names the servers that are configured; there are none yet.'

local function refuse(name)
  core.refuse('unknown_integration', 'no MCP server is called ' .. core.show(name), nil, HINT)
end

-- A function that takes a server, or one of its tools as `server.tool`; also by name, as agents pass it.
local function createRefusal(fn, kind)
  return core.public(function(value)
    local name = value
    if type(value) == 'table' then
      name = value[kind]
    end
    if type(name) ~= 'string' or name == '' then
      core.blame('mcp.' .. fn .. ': ' .. kind .. ' expected, a string')
    end
    refuse(string.match(string.gsub(name, '^app%.mcp%.', ''), '^[^.]*'))
  end)
end

core.app.mcp = core.createNode('app.mcp', {
  __index = function(_, name)
    refuse(name)
  end,
  __pairs = function()
    return base.next, {}
  end,
})

mcp = {
  schema = createRefusal('schema', 'name'),
  call = createRefusal('call', 'name'),
  resources = createRefusal('resources', 'server'),
  read_resource = createRefusal('read_resource', 'server'),
  prompts = createRefusal('prompts', 'server'),
  get_prompt = createRefusal('get_prompt', 'server'),
}

-- A table of servers by name.
function mcp.servers()
  return {}
end

local refuseTools = createRefusal('tools', 'server')

mcp.tools = core.public(function(server)
  if server ~= nil and not (type(server) == 'table' and base.next(server) == nil) then
    refuseTools(server)
  end
  return {}
end)
