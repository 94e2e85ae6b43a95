-- load: text only, since crafted bytecode can reach outside of Lua.
local host, core = ...
local base, string, table = core.base, core.string, core.table
local type, error = base.type, base.error

local function readPieces(reader)
  local guard <close> = core.refuseYields()
  local pieces, count = {}, 0
  while true do
    local piece = reader()
    if piece == nil or piece == '' then
      return table.concat(pieces)
    end
    if type(piece) ~= 'string' and type(piece) ~= 'number' then
      core.blame('reader function must return a string')
    end
    count = count + 1
    pieces[count] = piece
  end
end

function load(chunk, name, mode, ...)
  if mode ~= nil and type(mode) ~= 'string' then
    core.blame("bad argument #3 to 'load' (string expected, got " .. type(mode) .. ')')
  end
  local text = chunk
  if type(chunk) == 'function' then
    local ok, read = core.release(base.pcall(readPieces, chunk))
    if not ok then
      return nil, read
    end
    text, name = read, name or '=(load)'
  elseif type(chunk) ~= 'string' then
    core.blame("bad argument #1 to 'load' (function expected, got " .. (chunk == nil and 'no value' or type(chunk)) .. ')')
  end
  if mode ~= nil and not string.find(mode, 't', 1, true) then
    return nil, "attempt to load a text chunk (mode is '" .. mode .. "')"
  end
  return base.load(text, name or text, 't', ...)
end
