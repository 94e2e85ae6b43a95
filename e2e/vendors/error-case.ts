// A vendor's real error reply, and the error that it becomes. One table per vendor, in errors.ts of its folder.
import { type CallError, type ErrorCode } from '../../src/contract/errors.ts'
import { type VendorReply } from '../../src/contract/http.ts'

export interface ErrorCase {
  /** The class that this case stands for. */
  code: ErrorCode
  name: string
  function: string
  /** Arguments that pass our own check, as JSON text. */
  arguments: string
  /** As the vendor sends it; the source of the body stands in a comment where it is known. */
  reply: VendorReply
  /** What the error holds beside its code: at least the message. */
  expected: Partial<CallError>
}
