-- The global `json`: encode, decode, null, and the marks of lists and objects.
local host, core = ...
local base, string = core.base, core.string
local error, type = base.error, base.type

json = { null = core.null }

-- Options: `pretty = true` for two spaces, `indent` for a number of them.
function json.encode(value, options)
  local indent
  if type(options) == 'table' and (options.pretty or options.indent) then
    indent = string.rep(' ', options.indent or 2)
  end
  local text, problem = core.encode(value, indent)
  if not text then
    error('json.encode: ' .. problem, 2)
  end
  return text
end

-- Option: `null = true` keeps nulls of objects as json.null.
function json.decode(text, options)
  if type(text) ~= 'string' then
    error('json.decode: string expected, got ' .. type(text), 2)
  end
  local ok, value = core.decode(text, type(options) == 'table' and options.null == true)
  if not ok then
    error('json.decode: ' .. value, 2)
  end
  return value
end

local function mark(name, metatable)
  return function(value)
    if value ~= nil and type(value) ~= 'table' then
      error('json.' .. name .. ': table expected, got ' .. type(value), 2)
    end
    return core.settle(base.pcall(base.setmetatable, value or {}, metatable))
  end
end

json.array = mark('array', core.arrays)
json.object = mark('object', core.objects)
