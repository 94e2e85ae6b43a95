-- Table functions that call metamethods, written so that these may call an integration.
local host, core = ...
local base, table, math = core.base, core.table, core.math
local type, pcall, blame = base.type, base.pcall, core.raiseNative
local public = _G.table
-- As many values fit on the stack of Lua, on which the wrapper has them twice.
local MOST = 480000

local function concat(...)
  return table.concat(...)
end

local function unpack(...)
  return table.unpack(...)
end

-- Whether reading a table may call a function of the script.
local function isProxy(t)
  if type(t) ~= 'table' or base.getmetatable(t) == nil then
    return false
  end
  return core.metafield(t, '__index') or core.metafield(t, '__len')
end
core.isProxy = isProxy

-- A whole number as C takes it: of any kind of number, and of a text that is one.
local function readInteger(value, place, name)
  local number = base.tonumber(value)
  local whole = number and math.tointeger(number)
  if not whole then
    local reason = number and 'number has no integer representation' or 'number expected, got ' .. type(value)
    blame('bad argument #' .. place .. " to '" .. name .. "' (" .. reason .. ')')
  end
  return whole
end
core.readInteger = readInteger

local function readLength(t)
  local length = #t
  local whole = math.tointeger(base.tonumber(length))
  return whole or blame('object length is not an integer')
end

local function joinItems(t, separator, first, last)
  local guard <close> = core.refuseYields()
  local length = readLength(t)
  first = first == nil and 1 or readInteger(first, 3, 'concat')
  last = last == nil and length or readInteger(last, 4, 'concat')
  local items, count = {}, 0
  for i = first, last do
    local item = t[i]
    if type(item) ~= 'string' and type(item) ~= 'number' then
      blame('invalid value (' .. type(item) .. ') at index ' .. i .. " in table for 'concat'")
    end
    count = count + 1
    items[count] = item
  end
  return items
end

public.concat = host.onTables(function(...)
  local t, separator = ...
  if isProxy(t) then
    return core.settle(pcall(concat, joinItems(t, separator, base.select(3, ...)), separator))
  end
  return core.settle(pcall(concat, ...))
end, table.concat)

local function readItems(t, first, last)
  local guard <close> = core.refuseYields()
  first = first == nil and 1 or readInteger(first, 2, 'unpack')
  last = last == nil and readLength(t) or readInteger(last, 3, 'unpack')
  if first <= last and not math.ult(last - first, MOST) then
    blame('too many results to unpack')
  end
  local items, count = {}, 0
  for i = first, last do
    count = count + 1
    items[count] = t[i]
  end
  return items, count
end

public.unpack = host.onTables(function(...)
  local t = ...
  if isProxy(t) then
    local items, count = readItems(t, base.select(2, ...))
    return core.settle(pcall(unpack, items, 1, count))
  end
  local first, last = base.select(2, ...)
  if math.type(last) and (math.type(first) or first == nil) and last - (first or 1) >= MOST then
    blame('too many results to unpack')
  end
  return core.settle(pcall(unpack, ...))
end, table.unpack)

local function nextItem(t, i)
  local guard <close> = core.refuseYields()
  i = i + 1
  local value = t[i]
  if value ~= nil then
    return i, value
  end
end

local function refuseIteration()
  core.blame("bad argument #1 to 'for iterator' (table expected, got nil)")
end

ipairs = core.public(function(...)
  local t = ...
  if base.select('#', ...) == 0 then
    core.raiseNative("bad argument #1 to 'ipairs' (value expected)")
  elseif isProxy(t) then
    return nextItem, t, 0
  end
  local iterate, _, start = base.ipairs(t)
  return t == nil and refuseIteration or iterate, t, start
end)
