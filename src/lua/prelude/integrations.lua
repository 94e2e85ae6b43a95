-- `app.integrations`: namespaces, accounts and functions as tables that resolve every spelling.
local host, core = ...
local base, string, table = core.base, core.string, core.table
local type, next = base.type, base.next
local setmetatable = base.setmetatable
local ACCOUNT = '^[a-z][a-z0-9_]*$'
local MAX_ACCOUNT = 32
local WITHOUT = 'This script runs without integrations; kosmo integrations:lua and the playground have them.'

local function isAccount(name)
  return type(name) == 'string' and #name <= MAX_ACCOUNT and string.find(name, ACCOUNT) ~= nil
end

local function underscore(name)
  return (string.gsub(name, '-', '_'))
end

local catalog

-- Reads the index at the first use: most scripts of a page touch one integration, some none.
local function readCatalog()
  if catalog then
    return catalog
  end
  local _, index = core.decode(host.index())
  catalog = { names = {}, byName = {} }
  for _, integration in base.ipairs(index) do
    catalog.names[#catalog.names + 1] = underscore(integration.namespaces[1])
    local byFunction = {}
    for _, fn in base.ipairs(integration.functions) do
      for _, name in base.ipairs(fn.spellings) do
        byFunction[name] = fn
      end
    end
    integration.byFunction, integration.nodes = byFunction, {}
    integration.namespace = underscore(integration.namespaces[1])
    for _, namespace in base.ipairs(integration.namespaces) do
      catalog.byName[namespace] = integration
      catalog.byName[underscore(namespace)] = integration
    end
  end
  table.sort(catalog.names)
  return catalog
end

-- What to do instead: the nearest of the names, or pairs for who counts through a node.
local function suggest(wrong, names)
  if type(wrong) == 'number' then
    return '; walk through it with pairs'
  end
  wrong = core.show(wrong)
  local nearest = host.nearest(wrong, table.concat(names, '\n'))
  return nearest and '; did you mean ' .. nearest .. '?' or ''
end

local function listFunctions(integration)
  local names = {}
  for _, fn in base.ipairs(integration.functions) do
    names[#names + 1] = fn.name
  end
  table.sort(names)
  return names
end

-- Functions, then the accounts that there are; `default` is in both and stays out.
local function listMembers(integration)
  local names, accounts = listFunctions(integration), table.move(integration.accounts, 1, #integration.accounts, 1, {})
  table.sort(accounts)
  return table.move(accounts, 1, #accounts, #names + 1, names)
end

local function listSpellings(integration)
  local spellings = {}
  for spelling in next, integration.byFunction do
    spellings[#spellings + 1] = spelling
  end
  table.sort(spellings)
  return spellings
end

local function refuseFunction(integration, name)
  local shown = core.show(name)
  local advice = suggest(name, listSpellings(integration))
  if advice == '' and not isAccount(name) then
    advice = '; names of accounts have a-z, 0-9 and _ only'
  end
  local message = 'there is no function ' .. shown .. advice
  core.refuse('unknown_function', message, { integration = integration.slug, ['function'] = shown })
end

local function refuseCall(integration, account)
  if account then
    refuseFunction(integration, account)
  end
  local message = 'an integration is no function; call one of its functions, as ' .. integration.functions[1].name
  core.refuse('unknown_function', message, { integration = integration.slug })
end

local function refuseChange()
  core.blame('app cannot be changed')
end

-- Makes a node: a table that user code can index, call and list, and never look into.
local function createNode(path, metatable)
  metatable.__metatable = 'app'
  metatable.__newindex = refuseChange
  metatable.__tostring = function()
    return path
  end
  local node = setmetatable({}, metatable)
  core.shown[node] = metatable.__tostring
  return node
end

-- pairs over names, each with what indexing by it gives.
local function listBy(readNames)
  return function(node)
    local names, at = readNames(), 0
    return function()
      at = at + 1
      if names[at] then
        return names[at], node[names[at]]
      end
    end
  end
end

local function call(integration, fn, account, ...)
  local about = { integration = integration.slug, ['function'] = fn.name, account = account }
  local arguments = core.encodeArguments(fn, about, ...)
  local payload = core.encode({
    integration = integration.slug,
    ['function'] = fn.name,
    account = account or core.null,
    arguments = arguments,
    line = host.line(),
  })
  local ok, text = core.request('call', payload)
  if not ok then
    core.raise(text, about)
  end
  local valid, value, reason = core.decode(text)
  if valid then
    return value
  elseif reason == core.TOO_DEEP then
    core.refuse('reply_too_large', 'the result is ' .. reason .. ' levels', about)
  end
  core.refuse('reply_not_json', value, about)
end

local function createFunction(integration, fn, account, path)
  return createNode(path .. '.' .. fn.name, {
    __call = core.public(function(_, ...)
      return call(integration, fn, account, ...)
    end),
  })
end

-- A namespace, or one of its accounts: functions by every spelling. `account` is nil for the default one, `listNames`
-- what pairs walks through.
local function createFunctions(integration, account, path, listNames, fallback)
  local nodes = {}
  return createNode(path, {
    __index = function(_, name)
      local fn = integration.byFunction[name]
      if not fn then
        return fallback(name)
      end
      nodes[fn.name] = nodes[fn.name] or createFunction(integration, fn, account, path)
      return nodes[fn.name]
    end,
    __call = core.public(function()
      refuseCall(integration, account)
    end),
    __pairs = listBy(function()
      return listNames(integration)
    end),
  })
end

local function createNamespace(integration)
  local path = 'app.integrations.' .. integration.namespace
  local accounts = {}
  local function refuse(name)
    refuseFunction(integration, name)
  end
  return createFunctions(integration, nil, path, listMembers, function(name)
    if not isAccount(name) then
      refuse(name)
    end
    local account = name ~= 'default' and name or nil
    accounts[name] = accounts[name] or createFunctions(integration, account, path .. '.' .. name, listFunctions, refuse)
    return accounts[name]
  end)
end

local function refuseMember(name)
  local message = 'app has no ' .. core.show(name)
  if name == 'tools' then
    message = message .. '; it belongs to the session of an agent'
  elseif readCatalog().byName[name] then
    message = message .. '; write app.integrations.' .. underscore(name)
  else
    message = message .. suggest(name, { 'integrations', 'mcp' })
  end
  core.refuse('unknown_integration', message)
end

app = createNode('app', {
  __index = function(_, name)
    return core.app[name] or refuseMember(name)
  end,
  __pairs = function()
    return next, { integrations = core.app.integrations, mcp = core.app.mcp }
  end,
})

core.app = {
  integrations = createNode('app.integrations', {
    __index = function(_, name)
      local integration = readCatalog().byName[name]
      if not integration then
        local names = readCatalog().names
        local message = 'there is no integration ' .. core.show(name) .. suggest(name, names)
        core.refuse('unknown_integration', message, nil, #names == 0 and WITHOUT or nil)
      end
      integration.node = integration.node or createNamespace(integration)
      return integration.node
    end,
    __pairs = listBy(function()
      return readCatalog().names
    end),
  }),
}
core.createNode = createNode
