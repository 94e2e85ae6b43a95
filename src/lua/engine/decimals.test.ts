import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBytes } from '../bytes.ts'
import { loadModule } from '../load-module.ts'
import { createMeters } from '../memory.ts'
import { makeEngine } from './engine.ts'

const glue = await readFile(createRequire(import.meta.url).resolve('wasmoon/dist/glue.wasm'))
const lua = await loadModule(await WebAssembly.compile(makeEngine(glue)))
const bytes = createBytes(lua)
const meters = createMeters(lua)
const L = lua._lua_newstate(meters.allocator, meters.begin(1 << 20).id)
const isNumber = lua._malloc(4)

/** What Lua's tonumber makes of a text; its lexer reads numbers with the same function. */
function read(text: string): number | null {
  bytes.push(L, text)
  const value = lua._lua_tonumberx(L, -1, isNumber)
  lua._lua_settop(L, 0)
  return lua.HEAPU32[isNumber >> 2] ? value : null
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{0,${most}}$`))
const decimal = fc
  .record({
    sign: fc.constantFrom('', '', '-', '+'),
    whole: fc.oneof(digits(6), digits(20)),
    point: fc.constantFrom('', '.', '.'),
    fraction: fc.oneof(digits(3), digits(16)),
    e: fc.constantFrom('', '', 'e', 'E', 'e-', 'e+'),
    exponent: fc.oneof(fc.nat(30), fc.nat(400)),
  })
  .map(({ sign, whole, point, fraction, e, exponent }) => sign + whole + point + fraction + e + (e && exponent))
  .filter((text) => /^[-+]?\d*\.?\d/.test(text))

test('decimals are read bit for bit as JavaScript reads them', () => {
  fc.assert(
    fc.property(decimal, (text) => {
      // A whole number is an integer to Lua, which has no negative zero.
      expect(read(text)).toBe(/^[-+]?\d+$/.test(text) ? Number(text) + 0 : Number(text))
    }),
    { numRuns: 5_000 },
  )
})

test('what JavaScript writes of a number is read as that number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      // The zero that JavaScript writes has no sign.
      expect(read(value.toExponential())).toBe(value + 0)
    }),
  )
})

test.each([
  ['-0.0', -0],
  ['-.0', -0],
  ['5.', 5],
  ['-5.', -5],
  ['.5', 0.5],
  ['1e5', 1e5],
  ['1e+5', 1e5],
  ['1E-5', 1e-5],
  ['1.e2', 100],
  ['1e22', 1e22],
  ['1e23', 1e23],
  ['1e-22', 1e-22],
  ['1e-23', 1e-23],
  ['999999999999999e22', 999999999999999e22],
  ['9007199254740993.0', 9007199254740992],
  ['0.3', 0.3],
  ['1e400', Infinity],
  ['-1e400', -Infinity],
  ['1e-400', 0],
  ['0e99999999999999999999', 0],
  ['1e00000000000000000005', 1e5],
  ['4.9e-324', 5e-324],
  ['0x10', 16],
  ['-0x.8p1', -1],
  ['0x', null],
  [' 1.5', 1.5],
  ['1.5\n\t ', 1.5],
  ['- 1.5', null],
  ['--1.5', null],
  ['+-1.5', null],
  ['1.5.', null],
  ['1..5', null],
  ['1.5x', null],
  ['1x.5', null],
  ['1e', null],
  ['1.5e', null],
  ['1e+', null],
  ['1e-', null],
  ['1e+-5', null],
  ['1e5.', null],
  ['.', null],
  ['-', null],
  ['-.', null],
  ['.e5', null],
  ['e5', null],
  ['', null],
  ['inf', null],
  ['nan', null],
  ['1.5\0', null],
  ['1.\x005', null],
  ['1,5', null],
])('%j is %o', (text, value) => expect(read(text)).toBe(value))
