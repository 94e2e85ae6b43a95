-- String functions that call back into Lua, written so that a callback may call an integration.
local host, core = ...
local base, string, table = core.base, core.string, core.table
local type, pcall, select = base.type, base.pcall, base.select
local public = _G.string

-- Called by these names, so that errors of arguments name the function.
local function gsub(...)
  return string.gsub(...)
end

local function format(...)
  return string.format(...)
end

local function checkReplacement(value)
  local kind = type(value)
  if kind ~= 'string' and kind ~= 'number' then
    core.raiseNative('invalid replacement value (a ' .. kind .. ')')
  end
  return value
end

-- Collects the matches, asks for the replacements outside of any C function, then puts them in.
public.gsub = host.onValues(function(...)
  local text, pattern, with, limit = ...
  local needs = type(with) == 'function' or (type(with) == 'table' and core.metafield(with, '__index'))
  if not needs then
    return core.settle(pcall(gsub, ...))
  end
  if limit == nil and type(text) == 'string' then
    local found, at = pcall(string.find, text, pattern)
    if found and not at then
      return text, 0
    end
  end
  -- The first capture of each match, and all of them where there are more: looked for again, which is rare.
  local found, captures, count = {}, nil, 0
  local ok, e, matches = pcall(gsub, text, pattern, function(first, second)
    count = count + 1
    found[count] = first
    captures = second
  end, limit)
  if captures then
    captures, count = {}, 0
    pcall(gsub, text, pattern, function(...)
      count = count + 1
      captures[count] = table.pack(...)
    end, limit)
  end
  if not ok or count == 0 then
    return core.settle(ok, e, matches)
  end
  do
    local guard <close> = core.refuseYields()
    local isTable, value = type(with) == 'table', nil
    for i = 1, count do
      if isTable then
        value = with[found[i]]
      elseif captures then
        value = with(table.unpack(captures[i], 1, captures[i].n))
      else
        value = with(found[i])
      end
      found[i] = value and checkReplacement(value)
    end
  end
  local at = 0
  return core.settle(pcall(gsub, text, pattern, function()
    at = at + 1
    return found[at]
  end, limit))
end, string.gsub)

-- Formats tables for `%s` beforehand: their __tostring may call an integration.
public.format = host.onValues(function(...)
  local pattern = ...
  local hasTable = false
  for i = 1, select('#', ...) do
    hasTable = hasTable or type((select(i, ...))) == 'table'
  end
  if not hasTable or type(pattern) ~= 'string' then
    return core.settle(pcall(format, ...))
  end
  local values, at = table.pack(...), 1
  for kind in string.gmatch(pattern, '%%[-+ #0]*%d*%.?%d*(.)') do
    if kind ~= '%' then
      at = at + 1
      if kind == 's' and type(values[at]) == 'table' then
        values[at] = core.toString(values[at])
      end
    end
  end
  return core.settle(pcall(format, table.unpack(values, 1, values.n)))
end, string.format)

-- What `"1" + x` means: Lua leaves it to a function that is C, which would call the metamethod of x from there.
local function calculate(name)
  local strings = base.getmetatable('')
  local native = strings[name]
  local function try(...)
    return native(...)
  end
  strings[name] = function(a, b)
    local method = type(b) == 'table' and core.metafield(b, name)
    if method then
      return method(a, b)
    end
    local ok, result = pcall(try, a, b)
    if ok then
      return result
    end
    local isBare = string.find(result, '^attempt to divide') or string.find(result, "'n%%0'", 1, true)
    base.error((isBare and '?:-1: ' or host.where()) .. result, 0)
  end
end

for _, name in base.ipairs({ '__add', '__sub', '__mul', '__div', '__mod', '__pow', '__idiv', '__unm' }) do
  calculate(name)
end
