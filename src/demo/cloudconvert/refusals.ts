// How the vendor says no. Bodies of 401, 402 and 422 are recorded ones; those of 404, 405, 429 and 5xx are not documented.
import { type VendorReply } from '../../contract/http.ts'
import { type Value } from '../../contract/value.ts'
import { answerJson } from '../answer-json.ts'

export const unauthenticated = (): VendorReply =>
  answerJson(401, { message: 'Unauthenticated.', code: 'UNAUTHENTICATED' })

export const creditsExceeded = (): VendorReply =>
  answerJson(402, { message: 'Your account has run out of conversion minutes', code: 'CREDITS_EXCEEDED' })

export const notFound = (): VendorReply => answerJson(404, { message: 'Not Found', code: 'NOT_FOUND' })

export const notAllowed = (method: string): VendorReply =>
  answerJson(405, { message: `The ${method} method is not supported for this route.`, code: 'METHOD_NOT_ALLOWED' })

/** @param problems field and message of each; messages of one field stand together */
export function invalidData(problems: readonly (readonly [field: string, message: string])[]): VendorReply {
  const errors: Record<string, Value[]> = {}
  for (const [field, message] of problems) (errors[field] ??= []).push(message)
  return answerJson(422, { message: 'The given data was invalid.', code: 'INVALID_DATA', errors })
}

/** Headers as in the vendor's description of its rate limits: https://cloudconvert.com/docs/getting-started/introduction */
export const tooManyRequests = (): VendorReply =>
  answerJson(
    429,
    { message: 'Too Many Attempts.', code: 'TOO_MANY_REQUESTS' },
    { 'retry-after': '60', 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '0' },
  )

export const serverError = (): VendorReply => answerJson(500, { message: 'Server Error', code: 'SERVER_ERROR' })
