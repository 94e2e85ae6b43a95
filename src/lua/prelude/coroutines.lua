-- Coroutines through which a request to the host passes outward: user code resumes and never sees it.
local host, core = ...
local base, coroutine = core.base, core.coroutine
local error, rawequal, select, type = base.error, base.rawequal, base.select, base.type
local yield, resume, running = coroutine.yield, coroutine.resume, coroutine.running
local REQUEST, EXPIRED = core.REQUEST, core.EXPIRED
local public = _G.coroutine

-- As long as the inner coroutine asks for the host, ask from here, one level further out. Where that cannot be, the
-- inner one learns it: left alone with its request, it would take the reply of another one later.
local function drive(co, ...)
  local ok, first = ...
  if ok and rawequal(first, REQUEST) then
    if coroutine.isyieldable() then
      return drive(co, resume(co, yield(REQUEST)))
    end
    host.withdraw()
    return drive(co, resume(co, core.REFUSED))
  end
  return ...
end

-- The latest error that ended a coroutine, with what it takes to say where it arose: `co` is dead and still has its
-- stack, or `frames` are those that it had. `within` is the coroutine that it came out to, `plain` the error as it was
-- when it arose. Keeps nothing alive.
local inner = base.setmetatable({}, { __mode = 'v' })

local function noteInner(e, co, frames, plain)
  inner.error, inner.co, inner.frames, inner.plain, inner.within = e, co, frames, plain, running()
end

-- Ends a resume: an error that the script raises again later keeps its traceback.
local function settleResume(co, ok, ...)
  if not ok then
    noteInner((...), co, nil, (...))
  end
  return core.release(ok, ...)
end

public.resume = host.onResume(function(co, ...)
  return settleResume(co, drive(co, ...))
end, resume)

-- The frames of an error in a coroutine, innermost first, or nil: for an error that is none of a coroutine.
function core.traceInner(e)
  if e ~= nil and rawequal(inner.error, e) then
    return inner.frames or (inner.co and host.trace(inner.co))
  end
end

-- Coroutines whose `<close>` variables are being closed.
local closing = base.setmetatable({}, { __mode = 'k' })

-- The error as it was when it arose in a coroutine.
function core.plainInner(e)
  if rawequal(inner.error, e) then
    return inner.plain
  end
  return e
end

-- Errors of resume itself: they arise in no coroutine.
local REFUSALS = { ['cannot resume dead coroutine'] = true, ['cannot resume non-suspended coroutine'] = true }

-- Ends a coroutine. Its `<close>` variables are closed from here: Lua would do it inside of a function that is C, where
-- nothing can wait for the host.
local function close(co)
  local held, count = {}, 0
  for value in host.takeHeld, co do
    count = count + 1
    held[count] = value
  end
  local ok, e = coroutine.close(co)
  if count > 0 then
    local guard <close> = core.refuseYields()
    closing[co] = true
    for i = 1, count do
      local closed, newer = base.pcall(core.metafield(held[i], '__close') or held[i], held[i], e)
      if not closed then
        ok, e = false, newer
      end
      if rawequal(e, EXPIRED) then
        error(EXPIRED, 0)
      end
    end
    closing[co] = nil
  end
  if ok then
    return true
  end
  return false, e
end

local function unwrap(co, ok, ...)
  if ok then
    return ...
  end
  local e = ...
  local frames, plain = host.trace(co), e
  if rawequal(inner.within, co) and rawequal(inner.error, e) then
    frames, plain = (core.traceInner(e) or '') .. '\n' .. frames, inner.plain
  end
  if coroutine.status(co) == 'dead' then
    local closed, newer = close(co)
    if not closed and not rawequal(newer, e) then
      e, plain = newer, newer
    end
  end
  if type(e) == 'string' and e ~= core.OUT_OF_MEMORY then
    -- As in Lua, the place of the caller stands before that of the error; a run that ends by it names the latter alone.
    local _, placed = base.pcall(error, core.clean(e), 4)
    plain = REFUSALS[e] and placed or plain
    e = placed
  end
  noteInner(e, nil, frames, plain)
  error(e, 0)
end

local function finishWrapped(co, ...)
  return unwrap(co, drive(co, ...))
end

public.wrap = core.public(function(...)
  local f = ...
  if type(f) ~= 'function' then
    core.refuseArgument(1, 'function', ...)
  end
  local co = coroutine.create(f)
  return host.onWrapped(finishWrapped, resume, co)
end)

public.close = core.public(function(...)
  local co = ...
  if type(co) ~= 'thread' then
    core.refuseArgument(1, 'thread', ...)
  end
  local status = closing[co] and 'running' or coroutine.status(co)
  if status == 'running' or status == 'normal' then
    core.raiseNative('cannot close a ' .. status .. ' coroutine')
  end
  return core.release(close(co))
end)

-- Coroutines that are inside of a function that is C in Lua: the host may be asked from there, but a script's own yield
-- is the error that it is everywhere. Held in a variable with `<close>`, which ends it however the function ends.
local inside = base.setmetatable({}, { __mode = 'k' })
local Guard = {
  __close = function(guard)
    local count = inside[guard.co] - 1
    inside[guard.co] = count > 0 and count or nil
  end,
}

local guards = base.setmetatable({}, { __mode = 'k' })

function core.refuseYields()
  local co = running()
  inside[co] = (inside[co] or 0) + 1
  local guard = guards[co]
  if not guard then
    guard = base.setmetatable({ co = co }, Guard)
    guards[co] = guard
  end
  return guard
end

-- The script runs in a coroutine of the driver; to the script it is the main one. core.start puts it among those inside.
core.inside = inside
public.yield = host.onYield(function()
  -- What closes a coroutine is inside of it to Lua, wherever it runs here.
  local isOutside = running() == core.main and base.next(closing) == nil
  local where = isOutside and 'from outside a coroutine' or 'across a C-call boundary'
  core.raiseNative('attempt to yield ' .. where)
end, yield, inside)

-- The coroutine, or the running one where none is given.
public.isyieldable = core.public(function(...)
  local co = ...
  if select('#', ...) == 0 then
    co = running()
  elseif type(co) ~= 'thread' then
    core.refuseArgument(1, 'thread', ...)
  end
  return co ~= core.main and coroutine.isyieldable(co) and not inside[co] and not host.isInsideGsub(co)
end)

function public.running()
  local co = running()
  return co, co == core.main
end
