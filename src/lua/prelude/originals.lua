-- Keeps the original library functions for the prelude, and takes from user code what leaves the sandbox.
-- Each file of the prelude is called with the host's C functions and one private table that all files share.
-- Prelude code never looks up a global and never calls a method of a string after this: a script may replace both.
local host, core = ...

local function copy(from)
  local to = {}
  for name, value in next, from do
    to[name] = value
  end
  return to
end

core.base = copy(_G)
core.string = copy(string)
core.table = copy(table)
core.math = copy(math)
core.utf8 = copy(utf8)
core.coroutine = copy(coroutine)
core.os = copy(os)
-- The tables that scripts see: where errors look for the name of a function.
core.libraries = { _G = _G, string = string, table = table, math = math, utf8 = utf8, coroutine = coroutine }

-- The text of a value; a string is its own. Lua's tostring would ask the metatable of strings, which is the script's.
function core.textOf(value)
  return core.base.type(value) == 'string' and value or core.base.tostring(value)
end

dofile, loadfile = nil, nil
string.dump = nil
os = nil
math.randomseed(core.seed)
