-- os.time, os.clock, os.date and os.difftime, by the clock of the run. Dates are in UTC everywhere,
-- so that a script says the same on every machine.
local host, core = ...
local base, string, math = core.base, core.string, core.math
local type, tonumber = base.type, base.tonumber
local blame = core.raiseNative

os = {}

local function date(...)
  return core.os.date(...)
end

function os.clock()
  return host.computed() / 1000
end

-- The fields are C's ints, counted from here.
local BASE = { year = 1900, month = 1 }
local INT = 0x80000000
-- Seconds that a date of JavaScript, which Lua's C library asks here, can tell.
local MOST = 8640000000000

local function readField(t, name, default)
  local value = t[name]
  if value == nil then
    return default or blame("field '" .. name .. "' missing in date table")
  end
  local whole = math.tointeger(tonumber(value)) or blame("field '" .. name .. "' is not an integer")
  if whole >= INT + (BASE[name] or 0) or whole < (BASE[name] or 0) - INT then
    blame("field '" .. name .. "' is out-of-bound")
  end
  return whole
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
    core.refuseArgument(1, 'table', t)
  end
  local days = countDays(readField(t, 'year'), readField(t, 'month'), readField(t, 'day'))
  local seconds = readField(t, 'hour', 12) * 3600 + readField(t, 'min', 0) * 60 + readField(t, 'sec', 0)
  -- There is no summer in UTC: an hour that claims to be of it is one earlier.
  local sum = days * 86400 + seconds - (t.isdst and 3600 or 0)
  if sum > MOST or sum < -MOST then
    blame('time result cannot be represented in this installation')
  end
  for name, value in base.next, core.os.date('!*t', sum) do
    t[name] = value
  end
  return sum
end

os.time = core.public(time)

-- `%c` as C says it, with a space before a day of one digit.
local FULL = '%a %b %e %H:%M:%S %Y'

os.date = core.public(function(pattern, at)
  pattern = pattern == nil and '%c' or pattern
  if type(pattern) == 'string' then
    pattern = string.gsub(pattern, '%%E?(.)', { c = FULL })
    pattern = string.sub(pattern, 1, 1) == '!' and pattern or '!' .. pattern
  end
  local seconds = tonumber(at)
  if seconds and (seconds > MOST or seconds < -MOST) and math.tointeger(seconds) then
    core.raiseNative('date result cannot be represented in this installation')
  end
  return core.settle(base.pcall(date, pattern, at == nil and time() or at))
end)

os.difftime = core.os.difftime
