-- String functions that call back into Lua, written so that a callback may call an integration.
local host, core = ...
local base, string, table = core.base, core.string, core.table
local type, pcall = base.type, base.pcall
local public = _G.string

-- Called by its name, so that errors of arguments name the function.
local function format(...)
  return string.format(...)
end

-- With a function, C calls it; a table with a metatable is read by one.
public.gsub = host.onGsub(function(with)
  return function(key)
    return with[key]
  end
end, string.gsub)

-- Formats tables for `%s` beforehand: their __tostring may call an integration.
public.format = host.onValues(function(...)
  local pattern = ...
  local values, hasTable = table.pack(...), false
  for i = 1, values.n do
    hasTable = hasTable or type(values[i]) == 'table'
  end
  if not hasTable or type(pattern) ~= 'string' then
    return core.settle(pcall(format, ...))
  end
  local at = 1
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
    if string.find(result, '^attempt to divide') or string.find(result, "'n%0'", 1, true) then
      core.raiseBare(result)
    end
    base.error(host.where() .. result, 0)
  end
end

for _, name in base.ipairs({ '__add', '__sub', '__mul', '__div', '__mod', '__pow', '__idiv', '__unm' }) do
  calculate(name)
end
