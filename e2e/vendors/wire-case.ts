// What a vendor must receive and what Lua must see, written down by hand per function: the form of such a table.
import { type VendorReply } from '../../src/contract/http.ts'

/** One request as the vendor must receive it, and its reply. */
export interface WireStep {
  /** Name of the server in the definition; the first one when left out. */
  server?: string
  method: string
  /** Path below the base URL, and the query. Percent-encoded. */
  path: string
  /** Text of the Authorization header. */
  authorization: string
  /** JSON text, byte for byte; null for no body. */
  body: string | null
  reply: { status: number; body: string; headers?: VendorReply['headers'] }
}

/** One call: a few for each function, every parameter in at least one of them. */
export interface WireCase {
  name: string
  function: string
  /** What follows the function's path in the script, as `{ key = "a" }`; the result is returned. */
  lua: string
  /** The same arguments as JSON text, as they leave Lua. */
  arguments: string
  /** In order; empty when the call is refused before anything is sent. */
  steps: WireStep[]
  /** JSON text of what Lua gets (a field that is nil is absent), or the code and message of the error it catches. */
  outcome: { value: string } | { code: string; message: string }
}

/** All cases of one integration, with the account that makes the calls. */
export interface WireTable {
  slug: string
  /** Values of the account's url fields; a test that sends puts its own origin in their place and keeps their paths. */
  settings: Record<string, string>
  /** All other credential fields; the Authorization of the steps holds exactly these. */
  secrets: Record<string, string>
  /** What every request carries beside Accept, Content-Type where there is a body, and Authorization. Names in lower case. */
  headers: Record<string, string>
  cases: WireCase[]
}
