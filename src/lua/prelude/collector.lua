-- collectgarbage: as in Lua, and at every call a look at the time. A collection is one instruction to Lua's own count.
local host, core = ...
local base = core.base

local function collect(...)
  return base.collectgarbage(...)
end

collectgarbage = core.public(function(...)
  if host.expired() then
    base.error(core.EXPIRED, 0)
  end
  return core.settle(base.pcall(collect, ...))
end)
