// A vendor request before secrets are put in, a vendor reply, and how both are shown to people.
import * as z from './zod.ts'

export const Method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
export type Method = z.infer<typeof Method>

/** How a request proves who is asking: the names of the credential fields, never their values. */
export type Auth =
  { kind: 'bearer'; field: string; prefix?: string | undefined } | { kind: 'basic'; username: string; password: string }

/** What is sent to a vendor, complete but for the secrets that {@link Auth} names. */
export interface VendorRequest {
  method: Method
  /** Absolute. Its origin and path prefix come from the definition or the account, never from an argument. */
  url: string
  headers: Record<string, string>
  body: string | null
  auth: Auth | null
}

/** What a vendor answered. Header names are lower case. */
export interface VendorReply {
  status: number
  headers: Record<string, string>
  body: string
}

/** A request as people see it: secrets stand as the names of their fields, `Bearer ‹rest_token›`. */
export const RequestView = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().nullable(),
})
export type RequestView = z.infer<typeof RequestView>

/** A reply as people see it, after redaction. */
export const ReplyView = z.object({ status: z.number().int(), body: z.string() })
export type ReplyView = z.infer<typeof ReplyView>

/** Shows a request with every secret as the name of its field. */
export function viewRequest(request: VendorRequest): RequestView {
  const headers = Object.entries(request.headers)
  if (request.auth) headers.unshift(['Authorization', viewAuth(request.auth)])
  return { method: request.method, url: request.url, headers, body: request.body }
}

function viewAuth(auth: Auth): string {
  return auth.kind === 'bearer'
    ? `${auth.prefix ?? 'Bearer'} ‹${auth.field}›`
    : `Basic ‹${auth.username}:${auth.password}›`
}
