-- Modules and files, for plain Lua files on the command line alone: require, package, dofile, loadfile, arg.
local host, core = ...
local script, folder, statements = host.files()
if not script then
  return
end
local base, string, table = core.base, core.string, core.table
local type, rawget = base.type, base.rawget
local load = load

local function open(path, ...)
  local ok, text = host.readFile(path)
  if not ok then
    return nil, 'cannot open ' .. path .. ': ' .. text
  end
  return load(text, '@' .. path, ...)
end

local function readName(...)
  local name = ...
  if type(name) ~= 'string' and type(name) ~= 'number' then
    core.refuseArgument(1, 'string', ...)
  end
  return core.textOf(name)
end

loadfile = core.public(function(...)
  return open(readName(...), base.select(2, ...))
end)

dofile = core.public(function(...)
  local chunk, problem = open(readName(...))
  if not chunk then
    base.error(problem, 0)
  end
  return chunk()
end)

local loaded = { _G = _G }
for _, name in base.ipairs({ 'coroutine', 'debug', 'math', 'os', 'string', 'table', 'utf8' }) do
  loaded[name] = _G[name]
end

local own = {
  loaded = loaded,
  preload = {},
  path = folder .. '/?.lua;' .. folder .. '/?/init.lua;./?.lua;./?/init.lua',
  cpath = '',
  config = '/\n;\n?\n!\n-\n',
}
package, loaded.package = own, own

-- Both texts are plain, none is a pattern.
local function replaceAll(text, old, new)
  return (string.gsub(text, (string.gsub(old, '%p', '%%%0')), (string.gsub(new, '%%', '%%%%'))))
end

own.searchpath = core.public(function(name, path, separator, replacement)
  local file = separator == '' and name or replaceAll(name, separator or '.', replacement or '/')
  local missed = {}
  for template in string.gmatch(path, '[^;]+') do
    local candidate = replaceAll(template, '?', file)
    if host.readFile(candidate) then
      return candidate
    end
    missed[#missed + 1] = "no file '" .. candidate .. "'"
  end
  return nil, table.concat(missed, '\n\t')
end)
local searchPath = own.searchpath

own.searchers = {
  function(name)
    local loader = own.preload[name]
    if loader ~= nil then
      return loader, ':preload:'
    end
    return "no field package.preload['" .. name .. "']"
  end,
  function(name)
    local path, missed = searchPath(name, own.path)
    if not path then
      return missed
    end
    local loader, problem = open(path)
    if not loader then
      core.raiseNative("error loading module '" .. name .. "' from file '" .. path .. "':\n\t" .. problem)
    end
    return loader, path
  end,
}
local function findLoader(name)
  local missed = {}
  for _, search in base.ipairs(own.searchers) do
    local loader, where = search(name)
    if type(loader) == 'function' then
      return loader, where
    elseif type(loader) == 'string' then
      missed[#missed + 1] = '\n\t' .. loader
    end
  end
  core.raiseNative("module '" .. name .. "' not found:" .. table.concat(missed))
end

require = core.public(function(...)
  local name = readName(...)
  if loaded[name] then
    return loaded[name]
  end
  local loader, where = findLoader(name)
  local value = loader(name, where)
  if value ~= nil then
    loaded[name] = value
  elseif rawget(loaded, name) == nil then
    loaded[name] = true
  end
  return loaded[name], where
end)

arg = { [0] = script }

if statements ~= '' then
  core.first = function()
    local chunk, problem = load(statements, '=(command line)')
    return (chunk or base.error(problem, 0))()
  end
end
