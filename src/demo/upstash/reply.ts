// JSON replies of the fake.
import { type VendorReply } from '../../contract/http.ts'
import { formatJson, type Value } from '../../contract/value.ts'

export function answerJson(status: number, value: Value): VendorReply {
  return { status, headers: { 'content-type': 'application/json' }, body: formatJson(value) }
}
