// Edits of code that is there already.
import { joinBytes } from '../join-bytes.ts'
import { type Code } from './instructions.ts'

/** @throws Error when the code does not stand there as often as it should */
export function replaceAll(body: Uint8Array, from: Code, to: Code, times: number): Uint8Array {
  const parts: ArrayLike<number>[] = []
  let kept = 0
  for (let at = 0; at <= body.length - from.length; at++) {
    if (!from.every((byte, i) => body[at + i] === byte)) continue
    parts.push(body.subarray(kept, at), to)
    at += from.length - 1
    kept = at + 1
  }
  if (parts.length !== 2 * times) throw new Error(`the code stands there ${parts.length / 2} times, not ${times}`)
  return joinBytes([...parts, body.subarray(kept)])
}
