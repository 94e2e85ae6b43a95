// Demo vendors that fail on demand, as real ones do: too many requests, broken, slow, cut off.
import { type VendorReply } from '../contract/http.ts'
import { type DemoVendor } from './vendor.ts'

/** `half` sends only the first half of the body; `slow` answers rightly, but late. */
export type Fault = { kind: 'rate_limited' | 'broken' | 'half' } | { kind: 'slow'; ms: number }

/** A reply as it goes over the wire: late, or cut off in the middle. */
export interface FaultyReply {
  reply: VendorReply
  /** Milliseconds to wait before the first byte. */
  delayMs: number
  /** Whether the connection ends after half of the body, although more was promised. */
  cut: boolean
}

/**
 * What a reply becomes under a fault. A vendor that refuses does nothing else: give the state before the request back
 * to the next one. Pure: whoever sends the reply does the waiting and the cutting.
 */
export function applyFault(
  vendor: Pick<DemoVendor<unknown>, 'refuse'>,
  fault: Fault | null,
  reply: VendorReply,
): FaultyReply {
  switch (fault?.kind) {
    case 'rate_limited':
      return { reply: vendor.refuse(429), delayMs: 0, cut: false }
    case 'broken':
      return { reply: vendor.refuse(500), delayMs: 0, cut: false }
    case 'half':
      return { reply, delayMs: 0, cut: true }
    case 'slow':
      return { reply, delayMs: fault.ms, cut: false }
    case undefined:
      return { reply, delayMs: 0, cut: false }
  }
}

/** Whether the vendor takes no notice of a request under this fault. */
export function isRefusal(fault: Fault | null): boolean {
  return fault?.kind === 'rate_limited' || fault?.kind === 'broken'
}
