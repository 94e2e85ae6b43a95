// What Lua may ask of the outside: four operations, each taking text and answering text.
import * as z from './zod.ts'
import { CallError } from './errors.ts'

/**
 * - `call`: payload is JSON text of a Call, the answer JSON text of its value
 * - `docs.list`: payload is a namespace or empty, the answer plain text
 * - `docs.search`: payload is JSON text of a {@link DocsSearch}, the answer plain text
 * - `docs.read`: payload is the name of a page, the answer its Markdown
 */
export const HostOperation = z.enum(['call', 'docs.list', 'docs.search', 'docs.read'])
export type HostOperation = z.infer<typeof HostOperation>

export const DocsSearch = z.object({ query: z.string(), limit: z.number().int().positive().optional() })

export const HostReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), text: z.string() }),
  z.object({ ok: z.literal(false), error: CallError }),
])
export type HostReply = z.infer<typeof HostReply>

/** Answers an operation of a running script. Never rejects: failures are replies. */
export type Host = (operation: HostOperation, payload: string) => Promise<HostReply>
