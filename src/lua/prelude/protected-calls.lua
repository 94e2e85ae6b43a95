-- pcall and xpcall, which pass a time limit on to the outside instead of catching it, and how errors are raised here.
local host, core = ...
local base, string = core.base, core.string
local error, rawequal, type, select = base.error, base.rawequal, base.type, base.select
local EXPIRED = core.EXPIRED
local OUT_OF_MEMORY = 'not enough memory'
core.OUT_OF_MEMORY = OUT_OF_MEMORY

-- Makes a function of the prelude look like one of C to the stack: Lua drops the frame of `return f()` when f is a
-- Lua function, and with it the line that errors and calls name.
core.public = host.wrap

-- Errors of the prelude's own code begin with `?:-1: `, since it has no line numbers.
local function clean(e)
  if type(e) == 'string' and string.sub(e, 1, 6) == '?:-1: ' then
    return string.sub(e, 7)
  end
  return e
end
core.clean = clean

-- Raises at the line of the script that is running, however many functions of the prelude lie between.
function core.blame(e)
  if type(e) == 'string' and e ~= OUT_OF_MEMORY then
    e = host.where() .. e
  end
  error(e, 0)
end

-- The name of a library's function as Lua gives it where the call had none, as under pcall.
local function findName(fn)
  for library, functions in base.next, core.libraries do
    for name, value in base.next, functions do
      if rawequal(value, fn) then
        return library == '_G' and name or library .. '.' .. name
      end
    end
  end
  return '?'
end

-- Raises an error of Lua's own that names no place. Only a run that ends by it says one.
function core.raiseBare(e)
  core.bare = e
  error(e, 0)
end

-- Raises an error of a library function as Lua would: at the place, and with the name of the function and the number of
-- the argument, as the caller wrote them. Lua's own `attempt to …` has no place there.
function core.raiseNative(e)
  if type(e) ~= 'string' or e == OUT_OF_MEMORY or string.sub(e, 1, 6) == '?:-1: ' then
    error(e, 0)
  elseif string.find(e, '^attempt to ') then
    core.raiseBare(e)
  end
  local name, kind, where, fn = host.called()
  local number, reason = string.match(e, "^bad argument #(%d+) to '.-' (%(.*)$")
  if number then
    name = name or findName(fn)
    number = base.tonumber(number) - (kind == 'method' and 1 or 0)
    e = number == 0 and "calling '" .. name .. "' on bad self " .. reason
      or string.format("bad argument #%d to '%s' %s", number, name, reason)
  end
  error(where .. e, 0)
end

-- Ends a wrapper of a C function: returns its results, or raises its error where the wrapper was called.
function core.settle(ok, ...)
  if ok then
    return ...
  end
  local e = ...
  if rawequal(e, EXPIRED) then
    error(EXPIRED, 0)
  end
  core.raiseNative(e)
end

-- Raises that an argument is of the wrong kind: the value itself, or nothing where none was given.
function core.refuseArgument(number, expected, ...)
  local got = select('#', ...) == 0 and 'no value' or type((...))
  core.raiseNative('bad argument #' .. number .. " to '?' (" .. expected .. ' expected, got ' .. got .. ')')
end

-- Ends a protected call: nothing catches the end of a run's time.
local function release(ok, ...)
  if ok then
    return ok, ...
  end
  local e = ...
  if rawequal(e, EXPIRED) then
    error(EXPIRED, 0)
  end
  return false, clean(e)
end
core.release = release

pcall = host.protected(clean, EXPIRED)

local MOST_HANDLED = 10

-- The handler runs after the stack has unwound, so that it may call a function of an integration;
-- the traceback at the point of the error is kept for it.
xpcall = host.handled(function(handler, kept, e)
  -- At the end of the stack of C another error takes the place of the end of time.
  if rawequal(e, EXPIRED) or host.expired() then
    error(EXPIRED, 0)
  end
  local before = core.traceback
  core.traceback = kept[1]
  local handled, result = false, clean(e)
  local guard <close> = core.refuseYields()
  -- As in Lua, an error in the handler goes to the handler, but not without end.
  for _ = 1, MOST_HANDLED do
    handled, result = release(base.pcall(handler, result))
    if handled then
      break
    end
  end
  core.traceback = before
  if not handled then
    result = 'error in error handling'
  end
  return false, result
end, EXPIRED)

-- A traceback without what raised the error, which may stand first.
function core.framesOfScripts(frames)
  return (string.gsub(frames, '^%[C%][^\n]*\n', ''))
end

-- debug holds nothing else: the rest of the library reaches into other functions.
debug = {}

function debug.traceback(...)
  local thread, message = ...
  if type(thread) == 'thread' then
    message = select(2, ...)
  else
    thread, message = nil, thread
  end
  if message ~= nil and type(message) ~= 'string' and type(message) ~= 'number' then
    return message
  end
  local frames = thread and host.trace(thread) or core.traceback and host.frames(core.traceback) or host.trace()
  local lines = 'stack traceback:\n\t' .. string.gsub(core.framesOfScripts(frames), '\n', '\n\t')
  return message == nil and lines or message .. '\n' .. lines
end
