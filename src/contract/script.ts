// A script: where it comes from, and the hash that binds grants to its exact text.
import * as z from './zod.ts'

/** `mine`: written here or taken over; `site`: an example of the reference; `link`: anything else. */
export const Origin = z.enum(['mine', 'site', 'link'])
export type Origin = z.infer<typeof Origin>

export const ScriptHash = z.string().regex(/^[0-9a-f]{64}$/)

/** A run is Demo or Live as a whole, chosen before it starts. */
export const Mode = z.enum(['demo', 'live'])
export type Mode = z.infer<typeof Mode>

/** SHA-256 of the source, of a text in UTF-8, as 64 lower-case hex digits. */
export async function hashScript(source: string | Uint8Array): Promise<string> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : new Uint8Array(source)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
