-- Metatables: no finalizers, none of the prelude's own, and a look at what a metatable really holds.
local host, core = ...
local base = core.base
local type, rawget, rawset, rawequal = base.type, base.rawget, base.rawset, base.rawequal
local select = base.select

-- A field of a value's metatable, also where `__metatable` hides it.
function core.metafield(value, name)
  if base.getmetatable(value) == nil then
    return nil
  end
  local metatable = host.metatable(value)
  return type(metatable) == 'table' and rawget(metatable, name) or nil
end

local function look(...)
  return base.getmetatable(...)
end

-- The marks of lists and objects stay out of reach: every decoded table shares them, and a field put there, as a
-- finalizer, would work on tables that the prelude makes.
getmetatable = core.public(function(...)
  local ok, metatable = base.pcall(look, ...)
  if ok and (rawequal(metatable, core.arrays) or rawequal(metatable, core.objects)) then
    return nil
  end
  return core.settle(ok, metatable)
end)

local function assign(...)
  return base.setmetatable(...)
end

-- Lua runs finalizers with its hooks off, where no time limit reaches; without the field at this moment it never does.
setmetatable = core.public(function(...)
  local metatable = select(2, ...)
  local finalizer
  if type(metatable) == 'table' then
    finalizer = rawget(metatable, '__gc')
  end
  -- `false` counts: Lua would mark the value, and look for the function later.
  if finalizer == nil then
    return core.settle(base.pcall(assign, ...))
  end
  rawset(metatable, '__gc', nil)
  local ok, result = base.pcall(assign, ...)
  rawset(metatable, '__gc', finalizer)
  return core.settle(ok, result)
end)
