// How Render refuses: a JSON object with a message. The message of an unknown id is as recorded by the vendor's Terraform provider.
import { type VendorReply } from '../../contract/http.ts'
import { answerJson } from '../answer-json.ts'

/** Thrown anywhere while a request is answered. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function answerRefusal(status: number, message: string, headers: VendorReply['headers'] = {}): VendorReply {
  return answerJson(status, { message }, headers)
}
