-- The global `regex`: match, match_all and gsub with Perl-style patterns, bare or as `/…/flags`.
local host, core = ...
local base, string, table, math, utf8 = core.base, core.string, core.table, core.math, core.utf8
local type, blame, textOf = base.type, core.blame, core.textOf
local PATTERN_ORDER, SET_ORDER, OFFSETS, UNMATCHED = 1, 2, 256, 512
local ALL_BITS = PATTERN_ORDER | SET_ORDER | OFFSETS | UNMATCHED

local function checkText(value, place, fn)
  if type(value) ~= 'string' and type(value) ~= 'number' then
    blame('bad argument #' .. place .. " to '" .. fn .. "' (string expected, got " .. type(value) .. ')')
  end
  local text = textOf(value)
  if not utf8.len(text) then
    blame('bad argument #' .. place .. " to '" .. fn .. "' (not valid UTF-8)")
  end
  return text
end

-- Flags are letters, or a number of bits: regex.OFFSETS for the place of each capture, regex.UNMATCHED for absent ones.
local function readFlags(flags, fn)
  local bits = math.type(flags) and math.tointeger(flags)
  if bits and bits & ~ALL_BITS == 0 then
    return '', bits
  elseif flags ~= nil and type(flags) ~= 'string' then
    local got = bits and 'the number ' .. bits or type(flags)
    blame("bad argument #3 to '" .. fn .. "' (letters or regex.OFFSETS and the like expected, got " .. got .. ')')
  end
  return flags or '', 0
end

-- How many matches to replace; nil and less than none are all of them.
local function readLimit(limit)
  if limit == nil then
    return -1
  end
  local whole = type(limit) == 'number' and math.tointeger(limit)
  if not whole then
    blame("bad argument #4 to 'regex.gsub' (whole number expected)")
  end
  return whole
end

local function find(fn, subject, pattern, flags, limit)
  local request, problem = core.encode({
    subject = checkText(subject, 1, fn),
    pattern = checkText(pattern, 2, fn),
    flags = flags,
    limit = limit,
  })
  if not request then
    blame(fn .. ': ' .. problem)
  end
  local _, found = core.decode(host.regex(request))
  if found.problem then
    blame(fn .. ': ' .. found.problem)
  end
  return found.matches, found.names
end

local function capture(group, bits)
  if base.rawequal(group, core.null) then
    if bits & UNMATCHED ~= 0 then
      return nil
    end
    group = { text = '', at = 0 }
  end
  return bits & OFFSETS ~= 0 and { group.text, group.at } or group.text
end

-- The captures of one match: the whole at 1, groups from 2 and by name.
local function readCaptures(match, names, bits)
  local captures = {}
  for i = 1, #match do
    captures[i] = capture(match[i], bits)
  end
  for i = 1, #names do
    captures[names[i].name] = captures[names[i].group + 1]
  end
  return captures
end

-- The captures of the first match, or nil.
local function match(subject, pattern, flags)
  local letters, bits = readFlags(flags, 'regex.match')
  local matches, names = find('regex.match', subject, pattern, letters, 1)
  return matches[1] and readCaptures(matches[1], names, bits)
end

-- All matches, grouped: whole matches at 1, then a list for every group, also by name. With regex.SET_ORDER a list of
-- what match gives.
local function match_all(subject, pattern, flags)
  local letters, bits = readFlags(flags, 'regex.match_all')
  local matches, names = find('regex.match_all', subject, pattern, letters, 0)
  local groups = {}
  for i = 1, #matches do
    if bits & SET_ORDER ~= 0 then
      groups[i] = readCaptures(matches[i], names, bits)
    else
      for group = 1, #matches[i] do
        groups[group] = groups[group] or {}
        groups[group][i] = capture(matches[i][group], bits)
      end
    end
  end
  if bits & SET_ORDER ~= 0 then
    return groups
  end
  for i = 1, #names do
    groups[names[i].name] = groups[names[i].group + 1]
  end
  return groups
end

-- `$1`, `${1}`, `\1`, `${name}` and `$0` in a replacement; a backslash before `$` or another one takes its meaning.
local function expand(replacement, match, byName)
  local function group(number)
    local taken = match[number + 1]
    return taken and not base.rawequal(taken, core.null) and taken.text or ''
  end
  local function expandOne(sign, open, name, close)
    local digits, rest = string.match(name, '^(%d%d?)(.*)$')
    if open == '{' and close == '}' and sign == '$' then
      local number = byName[name] or (digits and rest == '' and base.tonumber(digits))
      return number and group(number)
    elseif open == '' and digits then
      return group(base.tonumber(digits)) .. rest .. close
    end
  end
  local pieces = {}
  for plain, escaped in string.gmatch(replacement .. '\\\\', '(.-)\\([$\\])') do
    pieces[#pieces + 1] = string.gsub(plain, '([$\\])({?)([%w_]+)(}?)', expandOne)
    pieces[#pieces + 1] = escaped
  end
  pieces[#pieces] = nil
  return table.concat(pieces)
end

local function replace(with, match, byName)
  if type(with) == 'string' then
    return expand(with, match, byName)
  end
  local result
  if type(with) == 'table' then
    result = with[capture(match[2] or match[1], 0)]
  else
    local captures = readCaptures(match, {}, 0)
    result = with(table.unpack(captures, 1, #match))
  end
  if result and type(result) ~= 'string' and type(result) ~= 'number' then
    blame('regex.gsub: invalid replacement value (a ' .. type(result) .. ')')
  end
  return result and textOf(result) or match[1].text
end

-- Replaces all matches, or the first `limit`. A function gets the captures, the whole match first; a table is asked
-- for the first group, or for the whole match where there is none. nil and false leave the match as it is.
local function gsub(subject, pattern, replacement, limit)
  if type(replacement) == 'number' then
    replacement = textOf(replacement)
  elseif type(replacement) ~= 'string' and type(replacement) ~= 'function' and type(replacement) ~= 'table' then
    blame("bad argument #3 to 'regex.gsub' (string, function or table expected, got " .. type(replacement) .. ')')
  end
  local most = readLimit(limit)
  local matches, names = find('regex.gsub', subject, pattern, '', math.max(most, 0))
  if most == 0 then
    return textOf(subject)
  end
  local byName, parts, at = {}, {}, 1
  for i = 1, #names do
    byName[names[i].name] = names[i].group
  end
  subject = textOf(subject)
  for i = 1, #matches do
    local whole = matches[i][1]
    parts[#parts + 1] = string.sub(subject, at, whole.at - 1)
    parts[#parts + 1] = replace(replacement, matches[i], byName)
    at = whole.at + #whole.text
  end
  parts[#parts + 1] = string.sub(subject, at)
  return table.concat(parts)
end

regex = {
  match = core.public(match),
  match_all = core.public(match_all),
  gsub = core.public(gsub),
  PATTERN_ORDER = PATTERN_ORDER,
  SET_ORDER = SET_ORDER,
  OFFSETS = OFFSETS,
  UNMATCHED = UNMATCHED,
}
