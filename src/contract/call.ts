// One call of one function: as Lua asks for it, as the server answers, as the page lists it.
import * as z from './zod.ts'
import { Effect } from './effect.ts'
import { CallError } from './errors.ts'
import { ReplyView, RequestView } from './http.ts'

/** A call as it leaves Lua. Names are canonical: the prelude has resolved aliases and namespaces. */
export const Call = z.object({
  integration: z.string().max(64),
  function: z.string().max(64),
  /** The account named in the script; null means the default account. */
  account: z.string().max(64).nullable(),
  /** JSON text of the named arguments: one object. Text, so that 64-bit integers stay exact. */
  arguments: z.string(),
  /** Line of main.lua that made the call; 0 when unknown. */
  line: z.number().int().nonnegative(),
})
export type Call = z.infer<typeof Call>

/** What a call came to. `value` is JSON text, for the same reason as the arguments. */
export const CallOutcome = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.string(),
    account: z.string().nullable(),
    exchanges: z.array(z.object({ request: RequestView, reply: ReplyView })),
  }),
  z.object({
    ok: z.literal(false),
    error: CallError,
    account: z.string().nullable(),
    exchanges: z.array(z.object({ request: RequestView, reply: ReplyView.nullable() })),
    /** Set with the code `approval_required`: what the server asks the user to decide. */
    approval: z.lazy(() => ApprovalRequest).optional(),
  }),
])
export type CallOutcome = z.infer<typeof CallOutcome>

/** A question that the server asks before a call: made by the server, shown by the page as it is. */
export const ApprovalRequest = z.object({
  id: z.string(),
  integration: z.string(),
  function: z.string(),
  account: z.string(),
  effect: Effect,
  /** JSON text of the checked arguments. */
  arguments: z.string(),
  /** The first request that would be sent. */
  preview: RequestView,
  /** Whether "allow for this run" may be offered: writes only, never destructive calls. */
  mayAllowRun: z.boolean(),
  /** Name of the function that undoes this one, where there is one. */
  inverse: z.string().nullable(),
  /** Other integrations that this run has read from: their data could leave with this call. */
  readFrom: z.array(z.string()).optional(),
  expiresAt: z.string(),
})
export type ApprovalRequest = z.infer<typeof ApprovalRequest>

/** `once` is this call only; `run` is this function on this account until the run ends. */
export const ApprovalDecision = z.enum(['once', 'run', 'deny'])
export type ApprovalDecision = z.infer<typeof ApprovalDecision>
