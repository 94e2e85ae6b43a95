-- What a script writes: print, dump, warn, and a tostring that knows tables.
local host, core = ...
local base, table = core.base, core.table
local type, select, error = base.type, base.select, base.error

local function toText(value)
  if type(value) ~= 'table' then
    return base.tostring(value)
  end
  local convert = core.metafield(value, '__tostring')
  if not convert then
    return core.show(value)
  end
  local text = convert(value)
  if type(text) ~= 'string' then
    error("'__tostring' must return a string", 3)
  end
  return text
end
core.tostring = toText

function tostring(...)
  if select('#', ...) == 0 then
    error("bad argument #1 to 'tostring' (value expected)", 2)
  end
  local text = toText((...))
  return text
end

function print(...)
  local parts = {}
  for i = 1, select('#', ...) do
    parts[i] = toText((select(i, ...)))
  end
  host.write(table.concat(parts, '\t') .. '\n')
end

-- Shows a value in full, whatever its metatable says, and returns it.
function dump(...)
  local value = ...
  host.write(core.show(value) .. '\n')
  return ...
end

function warn(...)
  local parts = {}
  for i = 1, select('#', ...) do
    local part = select(i, ...)
    if type(part) ~= 'string' and type(part) ~= 'number' then
      error("bad argument #" .. i .. " to 'warn' (string expected, got " .. type(part) .. ')', 2)
    end
    parts[i] = part
  end
  host.write('warning: ' .. table.concat(parts) .. '\n')
end
