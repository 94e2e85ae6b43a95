// The few WebAssembly instructions of which the engine's own functions are made, as bytes.
import { writeCount, writeSigned } from './wasm-file.ts'

export type Code = readonly number[]

/** Value types. */
export const I32 = 0x7f
export const F64 = 0x7c
const NO_RESULT = 0x40

const immediate =
  (opcode: number) =>
  (index: number): Code => [opcode, ...writeCount(index)]

/** All accesses are aligned, to a word unless it says otherwise; `offset` is added to the address. */
const access =
  (opcode: number, alignment = 2) =>
  (offset: number): Code => [opcode, alignment, ...writeCount(offset)]

export const get = immediate(0x20)
export const set = immediate(0x21)
export const tee = immediate(0x22)
export const getGlobal = immediate(0x23)
export const setGlobal = immediate(0x24)
export const call = immediate(0x10)
export const callSlot = (type: number): Code => [0x11, ...writeCount(type), 0]
export const constant = (value: number): Code => [0x41, ...writeSigned(value)]
export const load = access(0x28)
export const store = access(0x36)
export const loadByte = access(0x2d, 0)
export const load16 = access(0x2f, 1)
export const store8 = access(0x3a, 0)
export const isZero: Code = [0x45]
export const isSame: Code = [0x46]
export const isDifferent: Code = [0x47]
export const isLess: Code = [0x48]
export const isBelow: Code = [0x49]
export const isAbove: Code = [0x4b]
export const isAtLeast: Code = [0x4f]
export const and: Code = [0x71]
export const or: Code = [0x72]
export const drop: Code = [0x1a]
export const unreachable: Code = [0x00]
export const add: Code = [0x6a]
export const subtract: Code = [0x6b]
export const multiply: Code = [0x6c]
export const choose: Code = [0x1b]
export const leave: Code = [0x0f]
export const throwTag = immediate(0x08)
/** Throws again what the try block so many levels out has caught. */
export const rethrow = immediate(0x09)

/** Of numbers of 64 bits, as Lua's integers are: from a word without a sign, to a word, and compared with a sign. */
export const lengthen: Code = [0xad]
export const shorten: Code = [0xa7]
export const longConstant = (value: number): Code => [0x42, ...writeSigned(value)]
export const isLessLong: Code = [0x53]
export const isMoreLong: Code = [0x55]
/** The same without one. */
export const isBelowLong: Code = [0x54]

/** Of numbers in double precision. */
export const double = (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)]
export const isDoubleBelow: Code = [0x63]
export const negateDouble: Code = [0x9a]
export const addDoubles: Code = [0xa0]
export const multiplyDoubles: Code = [0xa2]
export const divideDoubles: Code = [0xa3]
export const toDouble: Code = [0xb7]

/** Where code for when the word on the stack is not zero begins. */
export const ifSo: Code = [0x04, NO_RESULT]
export const when = (...code: Code[]): Code => [...ifSo, ...code.flat(), 0x0b]

/** A word: one or the other, by the word on the stack. */
export const whenElse = (code: Code, other: Code): Code => [0x04, I32, ...code, 0x05, ...other, 0x0b]

/** Code that is repeated until it leaves the function. */
export const whileTrue = (...code: Code[]): Code => [0x03, NO_RESULT, ...code.flat(), 0x0c, 0, 0x0b]

/** Code that is repeated as long as the condition leaves a word that is not zero. */
export const whileSo = (condition: Code, ...code: Code[]): Code => [
  ...[0x02, NO_RESULT, 0x03, NO_RESULT, ...condition, ...isZero, 0x0d, 1],
  ...[...code.flat(), 0x0c, 0, 0x0b, 0x0b],
]

/** Code to whose end a jump leads. */
export const block = (...code: Code[]): Code => [0x02, NO_RESULT, ...code.flat(), 0x0b]

/** Jumps to the end of the block, or the begin of the repetition, so many levels out; the innermost is 0. */
export const jump = immediate(0x0c)
export const jumpIf = immediate(0x0d)

/** Code under a handler; the handler finds the tag's parameters on the stack. */
export const tryCatch = (code: Code[], tag: number, handler: Code[]): Code => [
  ...[0x06, NO_RESULT, ...code.flat()],
  ...[0x07, ...writeCount(tag), ...handler.flat(), 0x0b],
]

/** The body of a function with so many locals beside its parameters: words first. */
export function body(locals: number | { words: number; doubles: number }, ...code: Code[]): Uint8Array {
  const { words, doubles } = typeof locals === 'number' ? { words: locals, doubles: 0 } : locals
  const declared = [
    [words, I32],
    [doubles, F64],
  ].filter(([count]) => count)
  return Uint8Array.from([
    declared.length,
    ...declared.flatMap(([count, type]) => [...writeCount(count!), type!]),
    ...code.flat(),
    0x0b,
  ])
}
