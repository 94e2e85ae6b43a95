-- table.move, written so that metamethods may call an integration, and that the time limit counts in a long one.
local host, core = ...
local base, table, math = core.base, core.table, core.math
local type, getmetatable, tonumber = base.type, base.getmetatable, base.tonumber
local blame, readInteger = core.raiseNative, core.readInteger
-- So many items C moves in no time.
local FEW = 10000

local function move(...)
  return table.move(...)
end

local function moveItems(from, first, last, at, to)
  local guard <close> = core.refuseYields()
  if at > last or at <= first or to ~= from then
    for i = 0, last - first do
      to[at + i] = from[first + i]
    end
  else
    for i = last - first, 0, -1 do
      to[at + i] = from[first + i]
    end
  end
end

local function checkRange(first, last, at)
  if first <= 0 and last >= math.maxinteger + first then
    blame("bad argument #3 to 'move' (too many elements to move)")
  elseif at > math.maxinteger - (last - first) then
    blame("bad argument #4 to 'move' (destination wrap around)")
  end
end

local function isPlain(t)
  return type(t) ~= 'table' or getmetatable(t) == nil
end

_G.table.move = core.public(function(...)
  local from, first, last, at, to = ...
  local target = to == nil and from or to
  local isShort = (tonumber(last) or 0) - (tonumber(first) or 0) < FEW
  if type(from) ~= 'table' or type(target) ~= 'table' or (isShort and isPlain(from) and isPlain(target)) then
    return core.settle(base.pcall(move, ...))
  end
  first, last, at = readInteger(first, 2, 'move'), readInteger(last, 3, 'move'), readInteger(at, 4, 'move')
  if first <= last then
    checkRange(first, last, at)
    moveItems(from, first, last, at, target)
  end
  return target
end)
