-- What a script writes: print, dump, warn, and a tostring that knows tables.
local host, core = ...
local base, string, table = core.base, core.string, core.table
local type, select, next = base.type, base.select, base.next

-- Whether Lua's own text of a table says more than its content: a type's name, or nothing to show.
local function hasLuaName(value)
  local kind = core.metafield(value, '__name')
  if kind ~= nil then
    return kind ~= core.arrays.__name and kind ~= core.objects.__name
  end
  return next(value) == nil
end

local function toText(value)
  if type(value) ~= 'table' then
    return base.tostring(value)
  end
  local convert = core.metafield(value, '__tostring')
  if not convert then
    return core.show(value)
  end
  local guard <close> = core.refuseYields()
  local text = convert(value)
  if type(text) ~= 'string' and type(text) ~= 'number' then
    core.raiseNative("'__tostring' must return a string")
  end
  return core.textOf(text)
end
core.tostring = toText

-- What tostring and `%s` make of a value.
local function toString(value)
  if type(value) == 'table' and not core.metafield(value, '__tostring') and hasLuaName(value) then
    return base.tostring(value)
  end
  return toText(value)
end
core.toString = toString

tostring = host.onValues(function(...)
  return toString((...))
end, base.tostring)

print = core.public(function(...)
  local parts = { ... }
  for i = 1, select('#', ...) do
    parts[i] = toText(parts[i])
  end
  host.write(table.concat(parts, '\t') .. '\n')
end)

-- Shows a value in full, whatever its metatable says, and returns it.
function dump(...)
  local value = ...
  host.write(core.show(value) .. '\n')
  return ...
end

local warns = true

-- As in Lua, a single text that begins with `@` is a control message: on, off, or nothing.
warn = core.public(function(...)
  local parts, count = { ... }, select('#', ...)
  if count == 0 then
    core.refuseArgument(1, 'string')
  end
  for i = 1, count do
    local part = parts[i]
    if type(part) ~= 'string' and type(part) ~= 'number' then
      core.refuseArgument(i, 'string', part)
    end
  end
  local text = table.concat(parts)
  if count == 1 and string.sub(text, 1, 1) == '@' then
    warns = text == '@on' or (text ~= '@off' and warns)
  elseif warns then
    host.write('warning: ' .. text .. '\n')
  end
end)
