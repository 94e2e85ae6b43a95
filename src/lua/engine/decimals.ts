// Reads decimal numbers: the module's own way computes with 128 bits, for which WebAssembly has no instructions.
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'

/** A whole number below this takes one more digit and is still exact: 2 ** 53 is above 9e15. */
const TAKES_A_DIGIT = 1e14
/** The powers of ten up to this one are exact, so that their product or quotient with a whole number is rounded once. */
const MOST_POWER = 22
const MOST_EXPONENT = 999
const LOWER_CASE = 32

/**
 * strtod (text, end) → number; writes where the number ends. Reads what is one exact whole number and one exact power of
 * ten (W. D. Clinger, How to read floating point numbers accurately), and leaves all else to the module's own: long
 * numbers, hexadecimal ones, blanks or a plus before a number, and what is none.
 */
export function readDecimal({ functions }: Indices): Uint8Array {
  const [text, end, at, from, digit, power, exponent, isNegative, value, scale] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const leaveToModule = i.when(i.get(text), i.get(end), i.call(functions.strtod), i.leave)
  const byte = [...i.get(at), ...i.loadByte(0)]
  const isByte = (letter: string) => [...byte, ...code(letter), ...i.isSame]
  const isDigit = [...byte, ...code('0'), ...i.subtract, ...i.tee(digit), ...i.constant(10), ...i.isBelow]
  const step = [...i.get(at), ...i.constant(1), ...i.add, ...i.set(at)]
  const readDigits = i.whileSo(
    isDigit,
    [...i.get(value), ...i.double(TAKES_A_DIGIT), ...i.isDoubleBelow, ...i.isZero],
    leaveToModule,
    [...i.get(value), ...i.double(10), ...i.multiplyDoubles, ...i.get(digit), ...i.toDouble, ...i.addDoubles],
    [...i.set(value), ...step],
  )
  return i.body(
    { words: 6, doubles: 2 },
    [...i.get(text), ...i.set(at), ...i.get(text), ...isByte('-'), ...i.add, ...i.tee(at), ...i.set(from)],
    readDigits,
    isByte('.'),
    i.when(
      [...step, ...i.get(at), ...i.set(power)],
      readDigits,
      [...i.get(power), ...i.get(at), ...i.subtract, ...i.set(power)],
      // As many digits as there are places from here on.
      [...i.get(from), ...i.constant(1), ...i.add, ...i.set(from)],
    ),
    [...i.get(at), ...i.get(from), ...i.isSame],
    leaveToModule,
    [...byte, ...i.constant(LOWER_CASE), ...i.or, ...i.tee(digit), ...code('x'), ...i.isSame],
    leaveToModule,
    [...i.get(digit), ...code('e'), ...i.isSame],
    i.when(
      [...step, ...isByte('-'), ...i.set(isNegative)],
      [...i.get(at), ...i.get(isNegative), ...isByte('+'), ...i.or, ...i.add, ...i.tee(at), ...i.set(from)],
      i.whileSo(
        isDigit,
        [...i.get(exponent), ...i.constant(MOST_EXPONENT), ...i.isAbove],
        leaveToModule,
        [...i.get(exponent), ...i.constant(10), ...i.multiply, ...i.get(digit), ...i.add, ...i.set(exponent)],
        step,
      ),
      [...i.get(at), ...i.get(from), ...i.isSame],
      leaveToModule,
      [...i.get(power), ...i.constant(0), ...i.get(exponent), ...i.subtract, ...i.get(exponent), ...i.get(isNegative)],
      [...i.choose, ...i.add, ...i.set(power)],
    ),
    [...i.get(power), ...i.constant(MOST_POWER), ...i.add, ...i.constant(2 * MOST_POWER), ...i.isAbove],
    leaveToModule,
    [...i.get(power), ...i.constant(0), ...i.isLess, ...i.set(isNegative)],
    [...i.constant(0), ...i.get(power), ...i.subtract, ...i.get(power), ...i.get(isNegative), ...i.choose],
    [...i.set(exponent), ...i.double(1), ...i.set(scale)],
    i.whileSo(
      i.get(exponent),
      [...i.get(scale), ...i.double(10), ...i.multiplyDoubles, ...i.set(scale)],
      [...i.get(exponent), ...i.constant(1), ...i.subtract, ...i.set(exponent)],
    ),
    [...i.get(end), ...i.get(at), ...i.store(0)],
    i.get(isNegative),
    i.when([...i.get(value), ...i.get(scale), ...i.divideDoubles, ...i.set(value), ...i.double(1), ...i.set(scale)]),
    [...i.get(value), ...i.get(scale), ...i.multiplyDoubles, ...i.tee(value), ...i.negateDouble, ...i.get(value)],
    [...i.get(text), ...i.set(at), ...isByte('-'), ...i.choose],
  )
}

const code = (letter: string) => i.constant(letter.charCodeAt(0))
