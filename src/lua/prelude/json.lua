-- The global `json`: encode, decode, null, and the marks of lists and objects.
local host, core = ...
local base, string = core.base, core.string
local type, blame = base.type, core.blame
local MAX_INDENT = 16

json = { null = core.null }

local function readIndent(options)
  local width = options.indent or (options.pretty and 2 or 0)
  if type(width) ~= 'number' or not (width >= 0 and width <= MAX_INDENT) then
    blame('json.encode: indent is a number from 0 to ' .. MAX_INDENT)
  end
  return width > 0 and string.rep(' ', core.math.floor(width)) or nil
end

-- Options: `pretty = true` for two spaces, `indent` for a number of them.
json.encode = core.public(function(value, options)
  local indent = type(options) == 'table' and readIndent(options) or nil
  local text, problem = core.encode(value, indent)
  if not text then
    blame('json.encode: ' .. problem)
  end
  return text
end)

-- Option: `null = true` keeps nulls of objects as json.null.
json.decode = core.public(function(text, options)
  if type(text) ~= 'string' then
    blame('json.decode: string expected, got ' .. type(text))
  end
  local ok, value = core.decode(text, type(options) == 'table' and options.null == true)
  if not ok then
    blame('json.decode: ' .. value)
  end
  return value
end)

local function mark(name, metatable)
  return core.public(function(value)
    if value ~= nil and type(value) ~= 'table' then
      blame('json.' .. name .. ': table expected, got ' .. type(value))
    end
    return core.settle(base.pcall(base.setmetatable, value or {}, metatable))
  end)
end

json.array = mark('array', core.arrays)
json.object = mark('object', core.objects)
