-- Metatables: none of the prelude's own for scripts, and a look at what a metatable really holds.
local host, core = ...
local base = core.base
local type, rawget = base.type, base.rawget

-- A field of a value's metatable, also where `__metatable` hides it.
function core.metafield(value, name)
  if base.getmetatable(value) == nil then
    return nil
  end
  local metatable = host.metatable(value)
  return type(metatable) == 'table' and rawget(metatable, name) or nil
end

-- Marks that say what an empty table is. A script may give its tables others, but these stay out of its reach: every
-- decoded table shares them, and a field put there would work on tables that the prelude makes.
core.arrays = { __name = 'json.array' }
core.objects = { __name = 'json.object' }
getmetatable = host.hiding(core.arrays, base.getmetatable, core.objects)
