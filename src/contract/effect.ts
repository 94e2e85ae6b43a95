// What a function does to the vendor's data, and how the page names it.
import * as z from './zod.ts'

/**
 * `read` changes nothing; `write` adds or changes what can be set back; `destructive` ends what cannot be restored.
 */
export const Effect = z.enum(['read', 'write', 'destructive'])
export type Effect = z.infer<typeof Effect>

/** The original pages know two operations only: a destructive function counts as a write. */
export function operationOf(effect: Effect): 'read' | 'write' {
  return effect === 'read' ? 'read' : 'write'
}
