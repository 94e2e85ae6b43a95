// The first text that a list of pointers finds in a reply.
import { type Value } from '../contract/value.ts'
import { readPointer } from './pointer.ts'
import { tidyText } from './tidy-text.ts'

/** The first text that lies at one of the pointers, tidied; undefined where there is none. */
export function findText(json: Value, pointers: readonly string[]): string | undefined {
  for (const pointer of pointers) {
    const found = readPointer(json, pointer)
    if (typeof found === 'string' && found.trim()) return tidyText(found)
  }
  return undefined
}
