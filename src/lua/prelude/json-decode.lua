-- JSON text (RFC 8259) → Lua value, with 64-bit integers kept exact.
local host, core = ...
local base, string, math, utf8 = core.base, core.string, core.math, core.utf8
local error, type, tonumber, setmetatable = base.error, base.type, base.tonumber, base.setmetatable
local find, sub, byte, format = string.find, string.sub, string.byte, string.format
local MAX_DEPTH = core.depth
core.TOO_DEEP = 'nested deeper than ' .. format('%d', MAX_DEPTH)
local REPLACEMENT = '\u{FFFD}'

local plain = { b = '\b', f = '\f', n = '\n', r = '\r', t = '\t', ['"'] = '"', ['\\'] = '\\', ['/'] = '/' }

local function fail(at, reason)
  error({ at = at, reason = reason }, 0)
end

-- What stands where a value should.
local function refuse(text, at)
  local word = string.match(text, '^[%a_][%w_]*', at)
  local char = string.match(text, '^[!-~]', at)
  if word then
    fail(at, "unexpected word '" .. sub(word, 1, 20) .. "'")
  elseif char then
    fail(at, char == "'" and 'text stands in double quotes' or 'unexpected ' .. char)
  end
  fail(at, sub(text, at, at + 2) == '\u{FEFF}' and 'a byte order mark is no JSON' or 'unexpected character')
end

local function skip(text, at)
  return find(text, '[^ \t\r\n]', at) or #text + 1
end

local function readHex(text, at)
  local digits = string.match(text, '^%x%x%x%x', at)
  return digits and tonumber(digits, 16) or fail(at, 'four hexadecimal digits expected')
end

-- The character of a \u escape at `at` (its u), and where the text goes on. Half of a pair alone becomes U+FFFD.
local function readUnicode(text, at)
  local code = readHex(text, at + 1)
  if code >= 0xDC00 and code <= 0xDFFF then
    return REPLACEMENT, at + 5
  elseif code < 0xD800 or code > 0xDBFF then
    return utf8.char(code), at + 5
  end
  local low = sub(text, at + 5, at + 6) == '\\u' and readHex(text, at + 7)
  if not low or low < 0xDC00 or low > 0xDFFF then
    return REPLACEMENT, at + 5
  end
  return utf8.char(0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00)), at + 11
end

local function readString(text, at)
  local parts, count = nil, 0
  local from = at + 1
  while true do
    local stop = find(text, '[\0-\31"\\]', from)
    if not stop then
      fail(at, 'string without an end')
    end
    local piece, char = sub(text, from, stop - 1), sub(text, stop, stop)
    if char == '"' then
      return parts and core.table.concat(parts) .. piece or piece, stop + 1
    elseif char ~= '\\' then
      fail(stop, 'control character in a string')
    end
    parts = parts or {}
    local letter = sub(text, stop + 1, stop + 1)
    local decoded
    if letter == 'u' then
      decoded, from = readUnicode(text, stop + 1)
    else
      decoded, from = plain[letter] or fail(stop, 'unknown escape'), stop + 2
    end
    parts[count + 1], parts[count + 2] = piece, decoded
    count = count + 2
  end
end

local function readNumber(text, at)
  local _, stop = find(text, '^-?%d+', at)
  if not stop then
    refuse(text, at)
  elseif find(text, '^-?0%d', at) then
    fail(at, 'number with a leading zero')
  end
  local _, fraction = find(text, '^%.%d+', stop + 1)
  local _, exponent = find(text, '^[eE][-+]?%d+', (fraction or stop) + 1)
  stop = exponent or fraction or stop
  local value = tonumber(sub(text, at, stop))
  if value == math.huge or value == -math.huge then
    fail(at, 'number out of range')
  end
  return value, stop + 1
end

local read

local function readArray(text, at, depth, keepNull)
  local list, count = setmetatable({}, core.arrays), 0
  at = skip(text, at + 1)
  if byte(text, at) == 93 then
    return list, at + 1
  end
  while true do
    local value
    value, at = read(text, at, depth, keepNull)
    count = count + 1
    list[count] = value == nil and core.null or value
    at = skip(text, at)
    local char = byte(text, at)
    if char == 93 then
      return list, at + 1
    elseif char ~= 44 then
      fail(at, "',' or ']' expected")
    end
    at = skip(text, at + 1)
    if byte(text, at) == 93 then
      fail(at, 'a list does not end with a comma')
    end
  end
end

local function readObject(text, at, depth, keepNull)
  local object = {}
  at = skip(text, at + 1)
  if byte(text, at) == 125 then
    return object, at + 1
  end
  while true do
    if byte(text, at) ~= 34 then
      fail(at, byte(text, at) == 125 and 'an object does not end with a comma' or 'name in double quotes expected')
    end
    local key, value
    key, at = readString(text, at)
    at = skip(text, at)
    if byte(text, at) ~= 58 then
      fail(at, "':' expected")
    end
    value, at = read(text, skip(text, at + 1), depth, keepNull)
    if value == nil and keepNull then
      value = core.null
    end
    object[key] = value
    at = skip(text, at)
    local char = byte(text, at)
    if char == 125 then
      return object, at + 1
    elseif char ~= 44 then
      fail(at, "',' or '}' expected")
    end
    at = skip(text, at + 1)
  end
end

function read(text, at, depth, keepNull)
  local char = byte(text, at)
  if char == 34 then
    return readString(text, at)
  elseif (char == 123 or char == 91) and depth >= MAX_DEPTH then
    fail(at, core.TOO_DEEP)
  elseif char == 123 then
    return readObject(text, at, depth + 1, keepNull)
  elseif char == 91 then
    return readArray(text, at, depth + 1, keepNull)
  elseif sub(text, at, at + 3) == 'true' then
    return true, at + 4
  elseif sub(text, at, at + 4) == 'false' then
    return false, at + 5
  elseif sub(text, at, at + 3) == 'null' then
    return nil, at + 4
  elseif not char then
    fail(at, 'unexpected end')
  end
  return readNumber(text, at)
end

local function readAll(text, keepNull)
  local valid, bad = utf8.len(text)
  if not valid then
    fail(bad, 'not valid UTF-8')
  end
  local value, at = read(text, skip(text, 1), 0, keepNull)
  at = skip(text, at)
  if at <= #text then
    fail(at, 'unexpected text after the value')
  end
  if value == nil and keepNull then
    value = core.null
  end
  return value
end

-- In a text of several lines, where a byte stands.
local function describeLine(text, at)
  if not find(text, '\n', 1, true) then
    return ''
  end
  local before = sub(text, 1, at - 1)
  local _, breaks = string.gsub(before, '\n', '')
  return format(' (line %d, column %d)', breaks + 1, #string.match(before, '[^\n]*$') + 1)
end

-- true and the value of JSON text, or false, what is wrong, and the reason alone. Nulls are absent from objects and
-- json.null in lists; with keepNull they are json.null everywhere.
function core.decode(text, keepNull)
  local ok, result = core.release(base.pcall(readAll, text, keepNull))
  if ok then
    return true, result
  elseif type(result) == 'table' and result.at then
    local where = format('not JSON at byte %d', result.at) .. describeLine(text, result.at) .. ': '
    return false, where .. result.reason, result.reason
  end
  error(result, 0)
end
