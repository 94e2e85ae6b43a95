-- A JSON codec in plain Lua: the same text for native Lua and for the product, which has a codec of its own besides.
local escapes = { ['"'] = '\\"', ['\\'] = '\\\\', ['\n'] = '\\n', ['\t'] = '\\t', ['\r'] = '\\r' }

local encode

local function quote(text)
  return '"' .. text:gsub('[%c"\\]', function(c)
    return escapes[c] or string.format('\\u%04x', c:byte())
  end) .. '"'
end

local function encodeList(list, out)
  out[#out + 1] = '['
  for i = 1, #list do
    if i > 1 then
      out[#out + 1] = ','
    end
    encode(list[i], out)
  end
  out[#out + 1] = ']'
end

local function encodeFields(fields, out)
  local names = {}
  for name in pairs(fields) do
    names[#names + 1] = name
  end
  table.sort(names)
  out[#out + 1] = '{'
  for i = 1, #names do
    out[#out + 1] = (i > 1 and ',' or '') .. quote(names[i]) .. ':'
    encode(fields[names[i]], out)
  end
  out[#out + 1] = '}'
end

function encode(value, out)
  local kind = type(value)
  if kind == 'string' then
    out[#out + 1] = quote(value)
  elseif kind == 'table' then
    if value[1] ~= nil then
      encodeList(value, out)
    else
      encodeFields(value, out)
    end
  else
    out[#out + 1] = tostring(value)
  end
end

local unescapes = { n = '\n', t = '\t', r = '\r', ['"'] = '"', ['\\'] = '\\', ['/'] = '/' }
local words = { t = { 'true', true }, f = { 'false', false }, n = { 'null', nil } }

local decode

local function skip(text, at)
  return text:find('%S', at) or #text + 1
end

local function decodeString(text, at)
  local from, parts = at + 1, {}
  while true do
    local stop = text:find('["\\]', from)
    parts[#parts + 1] = text:sub(from, stop - 1)
    if text:byte(stop) == 34 then
      return table.concat(parts), stop + 1
    end
    local c = text:sub(stop + 1, stop + 1)
    if c == 'u' then
      parts[#parts + 1] = utf8.char(tonumber(text:sub(stop + 2, stop + 5), 16))
      from = stop + 6
    else
      parts[#parts + 1] = unescapes[c]
      from = stop + 2
    end
  end
end

local function decodeList(text, at)
  local list, value = {}, nil
  at = skip(text, at + 1)
  while text:byte(at) ~= 93 do
    value, at = decode(text, at)
    list[#list + 1] = value
    at = skip(text, at)
    if text:byte(at) == 44 then
      at = skip(text, at + 1)
    end
  end
  return list, at + 1
end

local function decodeFields(text, at)
  local fields, name, value = {}, nil, nil
  at = skip(text, at + 1)
  while text:byte(at) ~= 125 do
    name, at = decodeString(text, at)
    value, at = decode(text, skip(text, skip(text, at) + 1))
    fields[name] = value
    at = skip(text, at)
    if text:byte(at) == 44 then
      at = skip(text, at + 1)
    end
  end
  return fields, at + 1
end

function decode(text, at)
  local c = text:sub(at, at)
  if c == '"' then
    return decodeString(text, at)
  elseif c == '{' then
    return decodeFields(text, at)
  elseif c == '[' then
    return decodeList(text, at)
  elseif words[c] then
    return words[c][2], at + #words[c][1]
  end
  local first, last = text:find('^-?%d+%.?%d*[eE]?[-+]?%d*', at)
  return tonumber(text:sub(first, last)), last + 1
end

local json = {}

function json.encode(value)
  local out = {}
  encode(value, out)
  return table.concat(out)
end

function json.decode(text)
  return (decode(text, 1))
end
