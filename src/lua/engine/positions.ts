// Positions and lengths in strings: the module, built for 32 bits, takes no more of a whole number than its low word.
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { replaceAll } from './replace.ts'

/** Further than any string reaches. */
const FAR = 0x7fffffff

/** The word of the whole number in a local; of one beyond all strings, one that is so too. */
const shorten = (local: number, isNear: i.Code): i.Code => [
  ...[...i.get(local), ...i.longConstant(FAR), ...i.get(local), ...i.longConstant(FAR), ...isNear],
  ...[...i.choose, ...i.shorten],
]

/** A function that reads where in a string to begin: it holds that in the local before it brings it into a word. */
export function readPosition(local: number) {
  const ifPositive = [...i.longConstant(0), ...i.isMoreLong, ...i.ifSo]
  return (_indices: Indices, body: Uint8Array): Uint8Array =>
    replaceAll(
      body,
      [...ifPositive, ...i.get(local), ...i.shorten],
      [...ifPositive, ...shorten(local, i.isLessLong)],
      1,
    )
}

/** string.unpack, where a string says how long it is: a number without a sign, for which there is the same local. */
export function readLength(local: number) {
  return ({ functions }: Indices, body: Uint8Array): Uint8Array => {
    const length = i.call(functions.unpackint)
    const near = [...i.set(local), ...shorten(local, i.isBelowLong)]
    return replaceAll(body, [...length, ...i.shorten], [...length, ...near], 1)
  }
}
