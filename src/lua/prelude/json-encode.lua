-- Lua value → JSON text. Errors are tables with the path of the value that JSON cannot hold.
local host, core = ...
local base, string, table, math, utf8 = core.base, core.string, core.table, core.math, core.utf8
local type, next, rawget, rawequal, error = base.type, base.next, base.rawget, base.rawequal, base.error
local format, concat = string.format, table.concat
local MAX_DEPTH = core.depth
local MAX_SHOWN = 16
local LEAST_NORMAL = 0x1p-1022

-- Stands for null where nil would lose its place. Locked, so that a script cannot give it a meaning.
local null = base.setmetatable({}, {
  __tostring = function()
    return 'null'
  end,
  __newindex = function()
    error('json.null cannot be changed', 2)
  end,
  __metatable = 'json.null',
})
core.null = null

local escapes = { ['"'] = '\\"', ['\\'] = '\\\\', ['\b'] = '\\b', ['\f'] = '\\f', ['\n'] = '\\n', ['\r'] = '\\r', ['\t'] = '\\t' }
for code = 0, 31 do
  local char = string.char(code)
  escapes[char] = escapes[char] or format('\\u%04x', code)
end

local function describeKey(key)
  if type(key) == 'number' then
    return format('[%d]', key)
  elseif string.find(key, '^[%a_][%w_]*$') then
    return '.' .. key
  end
  return utf8.len(key) and format('[%q]', key) or '[key]'
end

-- The path holds the keys as they are; only an error spends time on their text.
local function fail(path, reason)
  local parts, shown = { '$' }, math.min(#path, MAX_SHOWN)
  for i = 1, shown do
    parts[i + 1] = describeKey(path[i])
  end
  parts[#parts + 1] = shown < #path and '…' or nil
  error({ path = concat(parts), reason = reason }, 0)
end

local function encodeString(text, path)
  if not string.find(text, '[^]-~ !#-[]') then
    return '"' .. text .. '"'
  end
  if not utf8.len(text) then
    fail(path, 'string is not valid UTF-8; use base64')
  end
  return '"' .. string.gsub(text, '[\0-\31"\\]', escapes) .. '"'
end

local function encodeNumber(value, path)
  if math.type(value) == 'integer' then
    return format('%d', value)
  elseif value ~= value then
    fail(path, 'NaN is not a number in JSON')
  elseif value == math.huge or value == -math.huge then
    fail(path, 'an infinite number cannot be JSON')
  end
  local whole = math.tointeger(value)
  if whole then
    return format('%d', whole)
  end
  -- All normal numbers need 15 digits or less, 16 or 17; the smallest of all keep fewer.
  local fewest = value < LEAST_NORMAL and value > -LEAST_NORMAL and 1 or 15
  for digits = fewest, 17 do
    local text = format('%.' .. digits .. 'g', value)
    if base.tonumber(text) == value then
      return text
    end
  end
end

-- Whether a table is a list 1..n or has only string keys; anything between is refused.
local function classify(value, path)
  local items, names, largest = 0, 0, 0
  for key in next, value do
    if math.type(key) == 'integer' and key >= 1 then
      items = items + 1
      largest = key > largest and key or largest
    elseif type(key) == 'string' then
      names = names + 1
    else
      local shown = type(key) == 'number' and 'key ' .. base.tostring(key) or 'a ' .. type(key) .. ' as a key'
      fail(path, shown .. ' is neither a name nor a place in a list')
    end
  end
  if items > 0 and names > 0 then
    fail(path, 'table mixes list items and named fields')
  elseif items ~= largest then
    local hole = 1
    while rawget(value, hole) ~= nil do
      hole = hole + 1
    end
    fail(path, 'list has a hole at index ' .. format('%d', hole))
  end
  return items, names
end

local encode

local function encodeArray(value, count, path, state)
  local parts, depth = {}, #path + 1
  for i = 1, count do
    path[depth] = i
    parts[i] = encode(rawget(value, i), path, state)
  end
  path[depth] = nil
  return parts, '[', ']'
end

local function encodeObject(value, path, state)
  local keys, parts, depth = {}, {}, #path + 1
  for key in next, value do
    keys[#keys + 1] = key
  end
  table.sort(keys)
  local colon = state.indent and ': ' or ':'
  for i = 1, #keys do
    local key = keys[i]
    path[depth] = key
    parts[i] = encodeString(key, path) .. colon .. encode(rawget(value, key), path, state)
  end
  path[depth] = nil
  return parts, '{', '}'
end

local function encodeTable(value, path, state)
  if rawequal(value, null) then
    return 'null'
  elseif core.shown[value] then
    fail(path, core.shown[value]() .. ' cannot be JSON')
  elseif state.open[value] then
    fail(path, 'cycle: the table contains itself')
  elseif #path >= MAX_DEPTH then
    fail(path, 'nested deeper than ' .. MAX_DEPTH)
  end
  local kind = base.getmetatable(value)
  local items, names = classify(value, path)
  if rawequal(kind, core.arrays) and names > 0 then
    fail(path, 'a list has named fields')
  elseif rawequal(kind, core.objects) and items > 0 then
    fail(path, 'an object has list items')
  end
  state.open[value] = true
  local before = state.newline
  state.newline = state.indent and before .. state.indent
  local parts, open, close
  if items > 0 or (names == 0 and rawequal(kind, core.arrays)) then
    parts, open, close = encodeArray(value, items, path, state)
  else
    parts, open, close = encodeObject(value, path, state)
  end
  local inner = state.newline
  state.newline, state.open[value] = before, nil
  if #parts == 0 then
    return open .. close
  elseif not state.indent then
    return open .. concat(parts, ',') .. close
  end
  return open .. inner .. concat(parts, ',' .. inner) .. before .. close
end

function encode(value, path, state)
  local kind = type(value)
  if kind == 'string' then
    return encodeString(value, path)
  elseif kind == 'number' then
    return encodeNumber(value, path)
  elseif kind == 'table' then
    return encodeTable(value, path, state)
  elseif kind == 'boolean' then
    return value and 'true' or 'false'
  elseif kind == 'nil' then
    return 'null'
  end
  fail(path, 'a ' .. kind .. ' cannot be JSON')
end

-- JSON text of a value, or nil and what is wrong, as `$.fields.name: string is not valid UTF-8; use base64`.
-- Raises only what is not about the value, as a memory error.
function core.encode(value, indent)
  local ok, result = core.release(base.pcall(encode, value, {}, { open = {}, indent = indent, newline = '\n' }))
  if ok then
    return result
  elseif type(result) == 'table' and result.path then
    return nil, result.path .. ': ' .. result.reason
  end
  error(result, 0)
end
