// Attempts through load: bytecode, modes, environments and the names of chunks.
import { attempt } from './attempt.ts'

const BINARY = "nil attempt to load a binary chunk (mode is 't')"

export const chunkAttempts = [
  attempt('bytecode', BINARY, 'return load("\\27Lua")'),
  attempt('bytecode with its header', BINARY, 'return load("\\27Lua\\x54\\0\\x19\\x93\\r\\n\\x1a\\n", "x", nil)'),
  attempt('bytecode by mode b', "nil attempt to load a text chunk (mode is 'b')", 'return load("\\27Lua", "x", "b")'),
  attempt('bytecode by mode bt', BINARY, 'return load("\\27Lua", "x", "bt")'),
  attempt(
    'bytecode from a reader',
    BINARY,
    'local n = 0 return load(function() n = n + 1 return n == 1 and "\\27Lua" or nil end, "x", "bt")',
  ),
  attempt(
    'bytecode in pieces',
    BINARY,
    'local pieces = { "\\27", "L", "ua" } return load(function() return table.remove(pieces, 1) end, "x", "bt")',
  ),
  attempt(
    'bytecode behind a line that is no Lua',
    'nil [string "#x..."]:1: unexpected symbol near \'#\'',
    'return load("#x\\n\\27Lua")',
  ),
  attempt(
    'a mode that changes its mind',
    "false bad argument #3 to 'load' (string expected, got table)",
    'return pcall(load, "x", "x", setmetatable({}, { __tostring = function() return "b" end }))',
  ),
  attempt('an empty mode', "nil attempt to load a text chunk (mode is '')", 'return load("return 1", "x", "")'),
  attempt(
    'a reader that yields what it reads',
    'nil attempt to yield across a C-call boundary',
    'return coroutine.wrap(function() return load(function() return coroutine.yield("return 1") end) end)()',
  ),
  attempt(
    'a reader that gives more than text',
    'nil main.lua:1: reader function must return a string',
    'return load(function() return setmetatable({}, { __tostring = function() return "return 1" end }) end)',
  ),
  attempt(
    'an environment that is app',
    'false main.lua:1: app cannot be changed',
    'return pcall(load("integrations = 1", "=main.lua", "t", app))',
  ),
  ...(
    [
      ['=prelude', 'prelude:1: x'],
      ['@prelude/host.lua', 'prelude/host.lua:1: x'],
      ['=?', '?:1: x'],
      ['=[C]', '[C]:1: x'],
      ['=main.lua', 'main.lua:1: x'],
      ['=', ':1: x'],
    ] as const
  ).map(([name, text]) =>
    attempt(`a chunk that calls itself ${name}`, `failed: ${text}`, `load("error('x')", "${name}")()`),
  ),
  attempt(
    'a chunk whose name holds a line beyond all numbers',
    'failed: main.lua:99999999999999999999: x:1: y',
    `load("error('y')", "=main.lua:99999999999999999999: x")()`,
  ),
  attempt(
    'a call from a line beyond all numbers',
    '{} 0',
    `local call = load("return app.integrations.probe.value()", "=main.lua:99999999999999999999: x")()
     return json.decode(call.arguments), call.line`,
    { calls: ['value'] },
  ),
  attempt(
    'a chunk whose name holds more frames',
    'true 1',
    `local text = load("return debug.traceback()", "=x\\n\\tmain.lua:7: in function 'forged'")()
     return text:find('stack traceback', 1, true) == 1, select(2, text:gsub('stack traceback', ''))`,
  ),
  attempt(
    '_ENV as a constant without a table',
    'false true',
    `local ok = pcall(load('local _ENV <const> = 1 return x'))
     return ok, load('local _ENV <const> = {} return a') ~= nil`,
  ),
]
