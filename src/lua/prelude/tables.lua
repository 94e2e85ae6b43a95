-- Table functions that call comparators and metamethods, written so that these may call an integration.
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

local function sort(...)
  return table.sort(...)
end

local function checkTable(value, name)
  if type(value) ~= 'table' then
    blame("bad argument #1 to '" .. name .. "' (table expected, got " .. type(value) .. ')')
  end
end

local function isProxy(t)
  if type(t) ~= 'table' or base.getmetatable(t) == nil then
    return false
  end
  return core.metafield(t, '__index') or core.metafield(t, '__len')
end

local function ascending(a, b)
  return a < b
end

-- Sorts t[low..high] by merging; stable, and at ease with a comparator that contradicts itself.
local function merge(t, low, high, isLess, spare)
  if low >= high then
    return
  end
  local middle = (low + high) // 2
  merge(t, low, middle, isLess, spare)
  merge(t, middle + 1, high, isLess, spare)
  local left, right = low, middle + 1
  for at = low, high do
    if right > high or (left <= middle and not isLess(t[right], t[left])) then
      spare[at] = t[left]
      left = left + 1
    else
      spare[at] = t[right]
      right = right + 1
    end
  end
  for at = low, high do
    t[at] = spare[at]
  end
end

local function mergeAll(t, isLess)
  merge(t, 1, #t, isLess, {})
end

-- Values that cannot be compared are an error of ours; what a metamethod raises has its own place.
local function raiseOwn(ok, e)
  if ok then
    return
  end
  local cleaned = core.clean(e)
  if base.rawequal(cleaned, e) then
    base.error(e, 0)
  end
  blame(cleaned)
end

local function needsMerge(t)
  if isProxy(t) then
    return true
  end
  for i = 1, #t do
    if type(t[i]) == 'table' then
      return true
    end
  end
  return false
end

public.sort = core.public(function(t, isLess)
  checkTable(t, 'sort')
  if isLess ~= nil and type(isLess) ~= 'function' then
    blame("bad argument #2 to 'sort' (function expected, got " .. type(isLess) .. ')')
  end
  if isLess then
    return mergeAll(t, isLess)
  elseif needsMerge(t) then
    return raiseOwn(pcall(mergeAll, t, ascending))
  end
  return core.settle(pcall(sort, t))
end)

local function readItems(t, first, last)
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
  checkTable(t, 'unpack')
  if isProxy(t) then
    t, last = readItems(t, first or 1, last or #t)
    first = 1
  end
  return core.settle(pcall(unpack, t, first, last))
end)

local function nextItem(t, i)
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
