-- The global `json`: encode, decode, null, and the marks of lists and objects.
local host, core = ...
local base, string = core.base, core.string
local type, blame = base.type, core.blame
local MAX_INDENT = 16

json = { null = core.null }

-- The options as a table, after a look at their names: one that is misspelt would be without effect.
local function readOptions(options, known, example, fn)
  if options == nil then
    return {}
  elseif type(options) ~= 'table' then
    blame(fn .. ': options are a table, as ' .. example)
  end
  for name in base.next, options do
    if not known[name] then
      blame(fn .. ': there is no option ' .. core.show(name) .. '; options are written as ' .. example)
    end
  end
  return options
end

local function readIndent(options)
  local given = options.indent or (options.pretty and 2 or 0)
  local width = type(given) == 'number' and core.math.tointeger(given)
  if not width or width < 0 or width > MAX_INDENT then
    blame('json.encode: indent is a whole number from 0 to ' .. MAX_INDENT)
  end
  return width > 0 and string.rep(' ', width) or nil
end

-- Options: `pretty = true` for two spaces, `indent` for a number of them.
json.encode = core.public(function(value, options)
  options = readOptions(options, { pretty = true, indent = true }, '{ pretty = true }', 'json.encode')
  local text, problem = core.encode(value, readIndent(options))
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
  options = readOptions(options, { null = true }, '{ null = true }', 'json.decode')
  local ok, value = core.decode(text, options.null == true)
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
