// The engine: its file, and what its own functions do to Lua that wasmoon's did not.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterEach, expect, test } from 'vitest'
import { createBytes } from '../bytes.ts'
import { loadModule } from '../load-module.ts'
import { createMeters } from '../memory.ts'
import { STATUS } from '../raw.ts'
import { makeEngine } from './engine.ts'
import { TEXT } from './layout.ts'
import { replaceAll } from './replace.ts'
import { readCount, writeCount, writeSigned } from './wasm-file.ts'

const glue = await readFile(createRequire(import.meta.url).resolve('wasmoon/dist/glue.wasm'))
const lua = await loadModule(await WebAssembly.compile(makeEngine(glue)))
const bytes = createBytes(lua)
const meters = createMeters(lua)
const opened = new Map<number, number>()
let [asked, fuel] = [0, 2000]
lua._on_fuel_out.value = lua.addFunction(() => {
  asked++
  lua._fuel.value = fuel
}, 'vi')

afterEach(() => {
  for (const [L, id] of opened) close(L, id)
})

function close(L: number, id: number): void {
  lua._lua_close(L)
  meters.end(id)
  opened.delete(L)
}

/** Opens a state and pushes a function that runs the source; `fail` is a function of JavaScript that throws. */
function open(source: string, limit = 1 << 20) {
  const { id, meter } = meters.begin(limit)
  const L = lua._lua_newstate(meters.allocator, id)
  opened.set(L, id)
  const fail = lua.addFunction(() => {
    throw new TypeError('of JavaScript')
  }, 'ii')
  lua._luaL_requiref(L, bytes.name('_G'), lua.addFunction(lua._luaopen_base, 'ii'), 1)
  lua._lua_pushcclosure(L, fail, 0)
  lua._lua_setfield(L, 1, bytes.name('fail'))
  lua._lua_settop(L, 0)
  expect(bytes.load(L, source, '=test', 't')).toBe(STATUS.ok)
  return { L, id, meter }
}

test.each([0, 1, 127, 128, 300, 65_536, 2 ** 31 - 1, 2 ** 32 - 1])('writes the count %i as it reads it', (value) => {
  const written = Uint8Array.from([...writeCount(value), 7])
  expect(readCount(written, 0)).toEqual({ value, next: written.length - 1 })
})

test.each([
  [0, [0]],
  [63, [63]],
  [64, [0xc0, 0]],
  [-1, [0x7f]],
  [-64, [0x40]],
  [-65, [0xbf, 0x7f]],
  [624_485, [0xe5, 0x8e, 0x26]],
])('writes the constant %i', (value, written) => {
  expect(writeSigned(value)).toEqual(written)
})

test.each([
  [TEXT.tooManyCaptures, 'too many captures'],
  [TEXT.invalidReplacement, 'invalid replacement value (a %s)'],
])('at %i stands the text: %s', (address, text) => {
  expect(bytes.readName(address)).toBe(text)
})

test('replaces code only where it stands as often as it should', () => {
  const body = Uint8Array.of(1, 2, 3, 1, 2, 4)
  expect([...replaceAll(body, [1, 2], [9], 2)]).toEqual([9, 3, 9, 4])
  expect(() => replaceAll(body, [1, 2], [9], 1)).toThrow('the code stands there 2 times, not 1')
})

test('errors of Lua end at the nearest protected call', () => {
  const { L } = open('local ok, e = pcall(function() pcall(error, 1) error("outer", 0) end) error(e, 0)')
  expect(lua._lua_pcallk(L, 0, 0, 0, 0, 0)).toBe(STATUS.runtime)
  expect(bytes.readText(L, -1)).toBe('outer')
})

test('an exception of JavaScript goes through protected calls', () => {
  const { L } = open('pcall(fail)')
  expect(() => lua._lua_pcallk(L, 0, 0, 0, 0, 0)).toThrow('of JavaScript')
})

test('memory is counted to the last byte, and refused beyond the limit', () => {
  const { L, id, meter } = open('local t = {} for i = 1, 1e6 do t[i] = {} end', 200_000)
  const refused: number[] = []
  meter.onRefused = (block) => refused.push(block)
  expect(lua._lua_pcallk(L, 0, 0, 0, 0, 0)).toBe(STATUS.memory)
  expect(meter.refused).toBe(true)
  expect(refused.length).toBeGreaterThan(0)
  expect(meter.peak).toBeLessThanOrEqual(200_000)
  expect(meter.peak).toBeGreaterThan(150_000)
  close(L, id)
  // Lua gave everything back: the count of what is used is zero again.
  expect(lua.HEAPU32[id >> 2]).toBe(0)
})

test('the states that follow each other begin at the same address, and those beside each other do not', () => {
  const first = open('return')
  const beside = open('return')
  expect(beside.L).not.toBe(first.L)
  close(first.L, first.id)
  expect(open('return').L).toBe(first.L)
})

test('the engine asks to be looked at in every kind of loop', () => {
  const loops = [
    'for _ = 1, 3000 do end',
    'local i = 0 while i < 3000 do i = i + 1 end',
    'local i = 0 repeat i = i + 1 until i >= 3000',
    'local i = 0 ::again:: i = i + 1 if i < 3000 then goto again end',
    'for _ in function(_, i) i = (i or 0) + 1 return i < 3000 and i or nil end do end',
    'local function f(n) if n == 0 then return end f(n - 1) f(n - 1) end f(11)',
    'local function f(n) if n > 0 then return f(n - 1) end end f(3000)',
    'local t = setmetatable({}, { __index = function() return 1 end }) for _ = 1, 1500 do local _ = t.x, t.y end',
  ]
  for (const loop of loops) {
    const { L, id } = open(loop)
    asked = 0
    expect(lua._lua_pcallk(L, 0, 0, 0, 0, 0)).toBe(STATUS.ok)
    expect(asked, loop).toBeGreaterThan(0)
    close(L, id)
  }
})

test('where no hook waits, a trap has the call of the interpreter end and begin again', () => {
  const { _trace_or_leave, _enters_again } = lua as unknown as {
    _trace_or_leave(L: number, counter: number): number
    _enters_again: WebAssembly.Global<'i32'>
  }
  expect(_trace_or_leave(open('return').L, 0)).toBe(0)
  expect(_enters_again.value).toBe(1)
  _enters_again.value = 0
})

test('a script comes to the same however often the interpreter is left and entered anew', () => {
  const source = `
    local out = {}
    local function note(...) for _, value in ipairs({ ... }) do out[#out + 1] = tostring(value) end end
    for i = 3, 1, -1 do note(i) end
    for x = 1.0, 2.0, 0.5 do note(x) end
    for name, value in next, { a = 1, 2, 3 } do note(name, value) end
    local i = 0
    while i < 5 do i = i + 1 if i == 2 then goto go_on end note(i) ::go_on:: end
    repeat local last = i i = i - 1 until last < 2
    local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
    local function tail(n, ...) if n == 0 then return ... end return tail(n - 1, n, ...) end
    note(fib(10), tail(4), select('#', tail(9)))
    local made = setmetatable({}, {
      __index = function(_, k) return k .. k end,
      __add = function(_, b) return b end,
      __lt = function() return true end,
      __eq = function() return true end,
      __concat = function(a) return tostring(a) == 'x' end,
      __call = function(_, ...) return select('#', ...) end,
      __close = function() note('closed') end,
    })
    note(made.key, made + 2, made < made, made == setmetatable({}, getmetatable(made)), 'x' .. made, made(1, 2, 3))
    for _ = 1, 2 do local closing <close> = made if fib(3) == 2 then note('in') end end
    note(pcall(function() local closing <close> = made error('out') end))
    note(not (1 < 2 and 2 <= 1 or i == 3 and i ~= 4), #'four' // 2, 7 % 3, -fib(4), ~fib(5) & 15)
    return table.concat(out, ' ')`
  const run = (each: number) => {
    const { L } = open(source)
    lua._luaL_requiref(L, bytes.name('table'), lua.addFunction(lua._luaopen_table, 'ii'), 1)
    lua._lua_settop(L, 1)
    lua._fuel.value = fuel = each
    asked = 0
    expect(lua._lua_pcallk(L, 0, 1, 0, 0, 0)).toBe(STATUS.ok)
    return { text: bytes.readText(L, -1), asked }
  }
  const [seldom, always] = [run(2000), run(1)]
  expect(always.text).toBe(seldom.text)
  expect(seldom.text).toContain('key')
  expect(always.asked).toBeGreaterThan(200)
})
