-- Table functions that call metamethods, written so that these may call an integration.
local host, core = ...
local base, table = core.base, core.table
local type, pcall, blame = base.type, base.pcall, core.blame
local public = _G.table

local function concat(...)
  return table.concat(...)
end

local function unpack(...)
  return table.unpack(...)
end

function core.checkTable(value, name)
  if type(value) ~= 'table' then
    blame("bad argument #1 to '" .. name .. "' (table expected, got " .. type(value) .. ')')
  end
end

-- Whether reading a table may call a function of the script.
local function isProxy(t)
  if type(t) ~= 'table' or base.getmetatable(t) == nil then
    return false
  end
  return core.metafield(t, '__index') or core.metafield(t, '__len')
end
core.isProxy = isProxy

local function readItems(t, first, last)
  local guard <close> = core.refuseYields()
  local items, count = {}, 0
  for i = first, last do
    count = count + 1
    items[count] = t[i]
  end
  return items, count
end

public.concat = core.public(function(t, separator, first, last)
  if isProxy(t) then
    first, last = first or 1, last or #t
    t, last = readItems(t, first, last)
    first = 1
  end
  return core.settle(pcall(concat, t, separator, first or 1, last))
end)

public.unpack = core.public(function(t, first, last)
  core.checkTable(t, 'unpack')
  if isProxy(t) then
    t, last = readItems(t, first or 1, last or #t)
    first = 1
  end
  return core.settle(pcall(unpack, t, first, last))
end)

local function nextItem(t, i)
  local guard <close> = core.refuseYields()
  i = i + 1
  local value = t[i]
  if value ~= nil then
    return i, value
  end
end

function ipairs(...)
  local t = ...
  if t == nil then
    blame("bad argument #1 to 'ipairs' (table expected, got nil)")
  end
  if isProxy(t) then
    return nextItem, t, 0
  end
  return base.ipairs(t)
end
