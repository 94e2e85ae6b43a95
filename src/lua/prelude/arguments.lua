-- The arguments of a call: one table of names, or values in the order of the definition.
local host, core = ...
local base = core.base
local type, select, next = base.type, base.select, base.next

local function has(list, item)
  for i = 1, #list do
    if list[i] == item then
      return true
    end
  end
  return false
end

local function hasName(t, names)
  for i = 1, #names do
    if base.rawget(t, names[i]) ~= nil then
      return true
    end
  end
  return false
end

-- How many arguments there are; those left out at the end are none.
local function countGiven(...)
  local count = select('#', ...)
  while count > 0 and select(count, ...) == nil do
    count = count - 1
  end
  return count
end

local function readPositions(fn, call, ...)
  local count, named = countGiven(...), {}
  if count > #fn.arguments then
    local takes = #fn.arguments == 1 and '1 argument' or #fn.arguments .. ' arguments'
    core.refuse('invalid_argument', 'takes ' .. takes .. ', got ' .. count, call)
  end
  for i = 1, count do
    local name, value = fn.arguments[i], select(i, ...)
    if i > 1 and type(value) == 'table' and hasName(value, fn.arguments) and not has(fn.tables, name) then
      core.refuse('invalid_argument', 'positional arguments and a table of names cannot be mixed', call)
    end
    named[name] = value
  end
  return named
end

local function readNames(call, ...)
  local first = ...
  if countGiven(...) > 1 then
    core.refuse('invalid_argument', 'positional arguments and a table of names cannot be mixed', call)
  end
  for key in next, first do
    if type(key) ~= 'string' then
      core.refuse('invalid_argument', 'arguments in a table need names, as { name = value }', call)
    end
  end
  return first
end

-- Whether a table is the first argument itself, a list, and no table of names: `create_user({ 'a@example.com' })`.
-- An empty table has no arguments in it, so it stays a table of names.
local function isListArgument(fn, first)
  return has(fn.tables, fn.arguments[1]) and base.rawget(first, 1) ~= nil and not hasName(first, fn.arguments)
end

-- JSON text of the named arguments; raises invalid_argument with the path of what JSON cannot hold.
function core.encodeArguments(fn, call, ...)
  local named
  if core.shown[(...) or ''] then
    core.refuse('invalid_argument', 'functions are called with a dot, not with a colon', call)
  elseif type((...)) == 'table' and not base.rawequal((...), core.null) and not isListArgument(fn, (...)) then
    named = readNames(call, ...)
  else
    named = readPositions(fn, call, ...)
  end
  local text, problem = core.encode(named)
  if not text then
    core.refuse('invalid_argument', problem, call)
  end
  text = text == '[]' and '{}' or text
  if #text > core.requestBytes then
    local message = 'the arguments have ' .. #text .. ' bytes; ' .. core.requestBytes .. ' are allowed'
    core.refuse('request_too_large', message, call)
  end
  return text
end
