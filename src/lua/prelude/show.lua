-- Values as people read them: lists in brackets, maps with sorted keys, two spaces a level.
local host, core = ...
local base, string, table, utf8 = core.base, core.string, core.table, core.utf8
local type, next, rawget, rawequal = base.type, base.next, base.rawget, base.rawequal
local MAX_DEPTH = 64

-- Tables that are shown by a text of their own: the nodes of `app`, by a function of the node.
core.shown = base.setmetatable({}, { __mode = 'k' })

local function rank(key)
  local kind = type(key)
  return kind == 'number' and 1 or kind == 'string' and 2 or kind == 'boolean' and 3 or 4
end

-- The text of a key that is no string. Lua's tostring would ask the metatable of a table.
local function nameKey(key)
  local kind = type(key)
  if kind == 'number' or kind == 'boolean' then
    return base.tostring(key)
  elseif rawequal(key, core.null) then
    return 'null'
  elseif core.shown[key] then
    return core.shown[key](key)
  end
  return string.format('%s: %p', kind, key)
end

local function isBefore(a, b)
  local first, second = rank(a), rank(b)
  if first ~= second then
    return first < second
  elseif first <= 2 then
    return a < b
  end
  return nameKey(a) < nameKey(b)
end

local escapes = { ['\n'] = '\\n', ['\r'] = '\\r', ['\t'] = '\\t', ['"'] = '\\"', ['\\'] = '\\\\' }

-- Bytes that are no text stand as `\xFF`, all of them where the string is not UTF-8.
local function quote(text)
  local odd = utf8.len(text) and '[%c"\\]' or '[%c"\\\128-\255]'
  return '"' .. string.gsub(text, odd, function(char)
    return escapes[char] or string.format('\\x%02X', string.byte(char))
  end) .. '"'
end

local function showKey(key)
  if type(key) == 'string' then
    return string.find(key, '^[%a_][%w_]*$') and key or quote(key)
  end
  return nameKey(key)
end

local function listLength(value)
  local count = 0
  for _ in next, value do
    count = count + 1
  end
  for i = 1, count do
    if rawget(value, i) == nil then
      return nil
    end
  end
  return count
end

local show

local function showItems(value, count, newline, open)
  local parts = {}
  for i = 1, count do
    parts[i] = show(rawget(value, i), newline, open)
  end
  return parts
end

local function showFields(value, newline, open)
  local keys, parts = {}, {}
  for key in next, value do
    keys[#keys + 1] = key
  end
  table.sort(keys, isBefore)
  for i = 1, #keys do
    parts[i] = showKey(keys[i]) .. ': ' .. show(rawget(value, keys[i]), newline, open)
  end
  return parts
end

local function showTable(value, newline, open)
  if rawequal(value, core.null) then
    return 'null'
  elseif core.shown[value] then
    return core.shown[value](value)
  elseif open[value] then
    return '<circular>'
  elseif open.depth >= MAX_DEPTH then
    return '<deeper>'
  end
  local count = listLength(value)
  local isList = count and (count > 0 or rawequal(base.getmetatable(value), core.arrays))
  local left, right = isList and '[' or '{', isList and ']' or '}'
  if count == 0 then
    return left .. right
  end
  open[value], open.depth = true, open.depth + 1
  local inner = newline .. '  '
  local parts = isList and showItems(value, count, inner, open) or showFields(value, inner, open)
  open[value], open.depth = nil, open.depth - 1
  return left .. inner .. table.concat(parts, ',' .. inner) .. newline .. right
end

function show(value, newline, open)
  local kind = type(value)
  if kind == 'string' then
    return quote(value)
  elseif kind == 'table' then
    return showTable(value, newline, open)
  elseif kind == 'function' or kind == 'thread' or kind == 'userdata' then
    return '<' .. kind .. '>'
  end
  return base.tostring(value)
end

-- The text of any value, without calling anything that a script wrote. A string stands for itself.
function core.show(value)
  if type(value) == 'string' then
    return value
  end
  return show(value, '\n', { depth = 0 })
end
