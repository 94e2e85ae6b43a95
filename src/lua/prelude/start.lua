-- Runs the script, and reports its values or its error to the driver.
local host, core = ...
local base, string = core.base, core.string
local type, rawequal = base.type, base.rawequal
local EXPIRED = core.EXPIRED
local frames = ''

local function note(e)
  local inner = core.traceInner(e)
  frames = (inner and inner .. '\n' or '') .. host.trace()
  return e
end

local function describe(e)
  if type(e) == 'table' then
    local ok, text = base.pcall(core.tostring, e)
    return ok and text or core.show(e)
  end
  return core.textOf(e)
end

local function position(text)
  local line = string.match(core.framesOfScripts(frames), '^main%.lua:%d+: ')
  return line and line .. text or text
end

local function fail(e)
  if rawequal(e, EXPIRED) then
    return host.fail('', frames)
  elseif e == core.OUT_OF_MEMORY then
    host.spare()
    return host.fail(e, frames)
  end
  e = core.plainInner(e)
  local cleaned = core.clean(e)
  local text = describe(cleaned)
  if not rawequal(cleaned, e) or type(e) == 'string' and e == core.bare then
    text = position(text)
  end
  host.fail(text, frames, core.errors[e])
end

local function finish(ok, ...)
  if not ok then
    return fail((...))
  end
  local values = core.table.pack(...)
  for i = 1, values.n do
    local value = values[i]
    host.result(core.show(value), (core.encode(value)))
  end
end

function core.start(main)
  core.main = core.coroutine.running()
  core.inside[core.main] = 1
  local function run()
    core.first()
    return main()
  end
  return finish(base.xpcall(core.first and run or main, note))
end
