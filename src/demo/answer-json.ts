// JSON replies of the fakes.
import { type VendorReply } from '../contract/http.ts'
import { formatJson, type Value } from '../contract/value.ts'

/** @param headers names in lower case, beside the content type */
export function answerJson(status: number, value: Value, headers: VendorReply['headers'] = {}): VendorReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: formatJson(value) }
}
