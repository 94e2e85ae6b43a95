-- load: text only, since crafted bytecode can reach outside of Lua.
local host, core = ...
local base, string, table = core.base, core.string, core.table
local type, error, select = base.type, base.error, base.select

local function readPieces(reader)
  local guard <close> = core.refuseYields()
  local pieces, count = {}, 0
  while true do
    local piece = reader()
    if piece == nil or piece == '' then
      return table.concat(pieces)
    end
    if type(piece) ~= 'string' and type(piece) ~= 'number' then
      core.raiseNative('reader function must return a string')
    end
    count = count + 1
    pieces[count] = piece
  end
end

local function readName(name, number)
  if name ~= nil and type(name) ~= 'string' and type(name) ~= 'number' then
    core.refuseArgument(number, 'string', name)
  end
  return name
end

load = core.public(function(...)
  local chunk, name, mode = ...
  readName(mode, 3)
  readName(name, 2)
  local text = chunk
  if type(chunk) == 'number' then
    text = base.tostring(chunk)
  end
  if type(chunk) == 'function' then
    local ok, read = core.release(base.pcall(readPieces, chunk))
    if not ok then
      return nil, read
    end
    text, name = read, name or '=(load)'
  elseif type(text) ~= 'string' then
    core.refuseArgument(1, 'function', ...)
  end
  if mode ~= nil and not string.find(mode, 't', 1, true) then
    return nil, "attempt to load a text chunk (mode is '" .. mode .. "')"
  end
  if select('#', ...) > 3 then
    return base.load(text, name or text, 't', (select(4, ...)))
  end
  return base.load(text, name or text, 't')
end)
