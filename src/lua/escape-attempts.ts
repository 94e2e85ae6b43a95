// All attempts to get out of Lua, by family. Every runtime must answer each of them alike.
import { type EscapeAttempt } from './escapes/attempt.ts'
import { chunkAttempts } from './escapes/chunks.ts'
import { globalAttempts } from './escapes/globals.ts'
import { keyAttempts } from './escapes/keys.ts'
import { metatableAttempts } from './escapes/metatables.ts'
import { poisonAttempts } from './escapes/poison.ts'
import { yieldAttempts } from './escapes/yields.ts'

export type { EscapeAttempt }

export const escapeAttempts: EscapeAttempt[] = [
  ...globalAttempts,
  ...metatableAttempts,
  ...poisonAttempts,
  ...chunkAttempts,
  ...yieldAttempts,
  ...keyAttempts,
]
