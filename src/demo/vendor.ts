// What a demo vendor is: a pure, working fake of a vendor that sees nothing but HTTP requests.
import { type Method, type VendorReply } from '../contract/http.ts'

/** A request as it would reach the vendor, the real Authorization header included. */
export interface DemoRequest {
  method: Method | 'HEAD'
  /** Absolute. */
  url: string
  /** Names in lower case. */
  headers: Record<string, string>
  body: string | null
}

/** What the fake answers, and the state it is in afterwards. */
export interface DemoAnswer<State> {
  state: State
  reply: VendorReply
}

/** The time at which every demo stands still: 15 January 2026, 12:00 UTC, in milliseconds since 1970. */
export const DEMO_CLOCK = Date.UTC(2026, 0, 15, 12)

/**
 * A fake of one vendor. The state is plain JSON, so that a tab can keep it; it is never changed in place.
 * Clock and ids come from outside or are fixed: the same requests give the same answers.
 */
export interface DemoVendor<State> {
  /** Values of the account's settings (base URLs), by field. */
  settings: Record<string, string>
  /** Values of the other credential fields, by field. They open this fake and nothing else. */
  secrets: Record<string, string>
  initial(): State
  /** `clock` is the time of the request in milliseconds since 1970; {@link DEMO_CLOCK} in the Demo. */
  answer(state: State, request: DemoRequest, clock: number): DemoAnswer<State>
  /** How the vendor says that there were too many requests (with Retry-After), or that it failed itself. */
  refuse(status: 429 | 500): VendorReply
}
