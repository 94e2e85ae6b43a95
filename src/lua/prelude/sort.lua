-- table.sort for comparators and metamethods, written so that these may call an integration: quicksort on the median of
-- three, as Lua's own, which also notices most comparators that contradict themselves.
local host, core = ...
local base, table = core.base, core.table
local type, pcall = base.type, base.pcall
local public = _G.table
-- Lua counts items in a C int here.
local MOST = 0x7fffffff

local function nativeSort(...)
  return table.sort(...)
end

local function ascending(a, b)
  return a < b
end

local function refuseOrder()
  core.raiseNative('invalid order function for sorting')
end

-- Puts t[i], which holds `a`, and t[j] in order. Here as below, items are read and written as often as by Lua itself, and
-- in its order: a metamethod sees it, and may call the host.
local function order(t, i, j, a, isLess)
  local b = t[j]
  if isLess(b, a) then
    t[i] = b
    t[j] = a
  end
end

-- Moves what belongs before the pivot, which lies at `high - 1`, to its left. Answers its new place.
local function split(t, low, high, pivot, isLess)
  local i, j = low, high - 1
  while true do
    i = i + 1
    local left = t[i]
    while isLess(left, pivot) do
      if i == high - 1 then
        refuseOrder()
      end
      i = i + 1
      left = t[i]
    end
    j = j - 1
    local right = t[j]
    while isLess(pivot, right) do
      if j < i then
        refuseOrder()
      end
      j = j - 1
      right = t[j]
    end
    if j < i then
      t[high - 1] = left
      t[i] = pivot
      return i
    end
    t[i] = right
    t[j] = left
  end
end

local function quicksort(t, low, high, isLess)
  while low < high do
    order(t, low, high, t[low], isLess)
    if high - low == 1 then
      return
    end
    local middle = (low + high) // 2
    local b = t[middle]
    local a = t[low]
    if isLess(b, a) then
      t[middle] = a
      t[low] = b
    else
      order(t, middle, high, b, isLess)
    end
    if high - low == 2 then
      return
    end
    local pivot = t[middle]
    local last = t[high - 1]
    t[middle] = last
    t[high - 1] = pivot
    local at = split(t, low, high, pivot, isLess)
    -- The shorter part by recursion: the stack stays as flat as the logarithm.
    if at - low < high - at then
      quicksort(t, low, at - 1, isLess)
      low = at + 1
    else
      quicksort(t, at + 1, high, isLess)
      high = at - 1
    end
  end
end

local function sortAll(t, isLess)
  local length = #t
  if type(length) == 'number' and length >= MOST then
    core.raiseNative("bad argument #1 to 'sort' (array too big)")
  end
  local guard <close> = core.refuseYields()
  quicksort(t, 1, length, isLess)
end

local function holdsTables(t)
  if type(t) ~= 'table' then
    return false
  end
  for i = 1, #t do
    if type(t[i]) == 'table' then
      return true
    end
  end
  return false
end

public.sort = host.onSort(function(...)
  local t, isLess = ...
  if type(t) == 'table' and type(isLess) == 'function' then
    return sortAll(t, isLess)
  elseif isLess == nil and (core.isProxy(t) or holdsTables(t)) then
    return sortAll(t, ascending)
  end
  return core.settle(pcall(nativeSort, ...))
end, table.sort)
