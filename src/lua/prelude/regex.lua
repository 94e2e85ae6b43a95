-- The global `regex`: match, match_all and gsub with Perl-style patterns, bare or as `/…/flags`.
local host, core = ...
local base, string, table, math = core.base, core.string, core.table, core.math
local type, blame, textOf = base.type, core.blame, core.textOf
local OFFSETS, UNMATCHED = 256, 512

local function checkText(value, place, fn)
  if type(value) ~= 'string' and type(value) ~= 'number' then
    blame('bad argument #' .. place .. " to '" .. fn .. "' (string expected, got " .. type(value) .. ')')
  end
  return textOf(value)
end

-- Flags are letters, or a number of bits: regex.OFFSETS for the place of each capture, regex.UNMATCHED for absent ones.
local function readFlags(flags, fn)
  if math.type(flags) == 'integer' then
    return '', flags & OFFSETS ~= 0, flags & UNMATCHED ~= 0
  elseif flags ~= nil and type(flags) ~= 'string' then
    blame("bad argument #3 to '" .. fn .. "' (letters or a whole number expected, got " .. type(flags) .. ')')
  end
  return flags or '', false, false
end

-- How many matches to replace; 0 for all of them.
local function readLimit(limit)
  if limit == nil then
    return 0
  end
  local whole = type(limit) == 'number' and math.tointeger(limit)
  if not whole then
    blame("bad argument #4 to 'regex.gsub' (whole number expected)")
  end
  return math.max(whole, 0)
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

local function capture(group, withOffset, withoutUnmatched)
  if base.rawequal(group, core.null) then
    if withoutUnmatched then
      return nil
    end
    group = { text = '', at = 0 }
  end
  return withOffset and { group.text, group.at } or group.text
end

-- The captures of the first match, or nil: the whole match at 1, groups from 2 and by name.
local function match(subject, pattern, flags)
  local letters, withOffset, withoutUnmatched = readFlags(flags, 'regex.match')
  local matches, names = find('regex.match', subject, pattern, letters, 1)
  local match = matches[1]
  if not match then
    return nil
  end
  local captures = {}
  for i = 1, #match do
    captures[i] = capture(match[i], withOffset, withoutUnmatched)
  end
  for i = 1, #names do
    captures[names[i].name] = captures[names[i].group + 1]
  end
  return captures
end

-- All matches, grouped: whole matches at 1, then a list for every group, also by name.
local function match_all(subject, pattern, flags)
  local letters, withOffset, withoutUnmatched = readFlags(flags, 'regex.match_all')
  local matches, names = find('regex.match_all', subject, pattern, letters, 0)
  local groups = {}
  for i = 1, #matches do
    for group = 1, #matches[i] do
      groups[group] = groups[group] or {}
      groups[group][i] = capture(matches[i][group], withOffset, withoutUnmatched)
    end
  end
  for i = 1, #names do
    groups[names[i].name] = groups[names[i].group + 1]
  end
  return groups
end

-- `$1`, `${1}`, `\1`, `${name}` and `$0` in a replacement.
local function expand(replacement, match, byName)
  local function group(number)
    local taken = match[number + 1]
    return taken and not base.rawequal(taken, core.null) and taken.text or ''
  end
  local text = string.gsub(replacement, '([$\\])({?)([%w_]+)(}?)', function(sign, open, name, close)
    local digits, rest = string.match(name, '^(%d%d?)(.*)$')
    if open == '{' and close == '}' and sign == '$' then
      local number = byName[name] or (digits and rest == '' and base.tonumber(digits))
      return number and group(number)
    elseif open == '' and digits then
      return group(base.tonumber(digits)) .. rest .. close
    end
  end)
  return text
end

local function replace(with, match, byName)
  if type(with) == 'string' then
    return expand(with, match, byName)
  end
  local captures = {}
  for i = 1, #match do
    captures[i] = capture(match[i])
  end
  local result = with(table.unpack(captures, 1, #match))
  return result and (type(result) == 'table' and core.tostring(result) or textOf(result)) or match[1].text
end

-- Replaces all matches, or the first `limit`. A function gets the captures, the whole match first.
local function gsub(subject, pattern, replacement, limit)
  if type(replacement) == 'number' then
    replacement = base.tostring(replacement)
  elseif type(replacement) ~= 'string' and type(replacement) ~= 'function' then
    blame("bad argument #3 to 'regex.gsub' (string or function expected)")
  end
  local matches, names = find('regex.gsub', subject, pattern, '', readLimit(limit))
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
  OFFSETS = OFFSETS,
  UNMATCHED = UNMATCHED,
}
