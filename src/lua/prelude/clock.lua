-- os.time, os.clock, os.date and os.difftime, by the clock of the run. Dates are in UTC everywhere,
-- so that a script says the same on every machine.
local host, core = ...
local base, string, math = core.base, core.string, core.math
local type, tonumber = base.type, base.tonumber
local blame = core.blame

os = {}

local function date(...)
  return core.os.date(...)
end

function os.clock()
  return host.computed() / 1000
end

local function readField(t, name, default)
  local value = t[name]
  if value == nil then
    return default or blame("field '" .. name .. "' missing in date table")
  end
  return math.tointeger(tonumber(value)) or blame("field '" .. name .. "' is not an integer")
end

-- Days from 1970-01-01 to a day of the proleptic Gregorian calendar; months beyond 1..12 carry over into the year.
local function countDays(year, month, day)
  year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
  if month <= 2 then
    year = year - 1
  end
  local era = year // 400
  local yearOfEra = year - era * 400
  local dayOfYear = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
  return era * 146097 + yearOfEra * 365 + yearOfEra // 4 - yearOfEra // 100 + dayOfYear - 719468
end

local function time(t)
  if t == nil then
    return math.floor(host.now() / 1000)
  elseif type(t) ~= 'table' then
    blame("bad argument #1 to 'time' (table expected, got " .. type(t) .. ')')
  end
  local days = countDays(readField(t, 'year'), readField(t, 'month'), readField(t, 'day'))
  local seconds = readField(t, 'hour', 12) * 3600 + readField(t, 'min', 0) * 60 + readField(t, 'sec', 0)
  local sum = days * 86400 + seconds
  for name, value in base.next, core.os.date('!*t', sum) do
    t[name] = value
  end
  return sum
end

os.time = core.public(time)

os.date = core.public(function(pattern, at)
  pattern = pattern == nil and '%c' or pattern
  if type(pattern) == 'string' and string.sub(pattern, 1, 1) ~= '!' then
    pattern = '!' .. pattern
  end
  return core.settle(base.pcall(date, pattern, at == nil and time() or at))
end)

os.difftime = core.os.difftime
