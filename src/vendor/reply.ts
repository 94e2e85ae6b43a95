// Reads a vendor's reply: JSON, or the error that it means.
import { type ErrorBinding } from '../contract/binding.ts'
import { type IntegrationDefinition } from '../contract/definition.ts'
import { CallFailure, type ErrorCode } from '../contract/errors.ts'
import { type VendorReply } from '../contract/http.ts'
import { LIMITS } from '../contract/limits.ts'
import { parseJson, type Value } from '../contract/value.ts'
import { isTooDeep } from './depth.ts'
import { hideSecrets } from './hidden.ts'
import { readPointer } from './pointer.ts'

/** What a status means at most vendors; a definition can say otherwise. Other 4xx are `vendor_error`, 5xx `vendor_down`. */
const STATUS_CODES: Record<number, ErrorCode> = {
  401: 'refused_key',
  402: 'payment_required',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  413: 'request_too_large',
  429: 'rate_limited',
}

/** Longest text of a vendor that an error repeats, in characters. */
const MESSAGE_LENGTH = 500

/**
 * The JSON of a reply without the secrets that the definition hides; null for an empty one.
 *
 * @throws CallFailure for a status of 300 or more, for what is no JSON, and for an error in a success
 */
export function readReply(integration: IntegrationDefinition, reply: VendorReply): Value {
  const json = readJson(reply.body)
  if (reply.status >= 300) throw readFailure(integration, reply, json)
  if (json === undefined) {
    throw new CallFailure(
      'reply_not_json',
      `${integration.name} answered with ${describeBody(reply)} instead of JSON`,
      {
        status: reply.status,
      },
    )
  }
  if (isTooDeep(json)) {
    const message = `${integration.name} answered with data nested deeper than ${LIMITS.depth} levels`
    throw new CallFailure('reply_too_large', message, { status: reply.status })
  }
  const problem = findMessage(json, integration.errors.inSuccess)
  if (problem) throw new CallFailure('vendor_error', problem, { status: reply.status })
  return hideSecrets(integration, json)
}

/** The JSON value of a body, null for an empty body, undefined for what is no JSON. */
function readJson(body: string): Value | undefined {
  if (!body.trim()) return null
  try {
    return parseJson(body)
  } catch {
    return undefined
  }
}

function readFailure(integration: IntegrationDefinition, reply: VendorReply, json: Value | undefined): CallFailure {
  const { status } = reply
  const code = findCode(integration.errors, status)
  const said = json === undefined ? readPlainText(reply) : findMessage(json, integration.errors.message)
  const seconds = readRetryAfter(reply.headers)
  return new CallFailure(code, said ?? describeStatus(integration.name, status), {
    status,
    ...(seconds !== undefined && { retryAfter: seconds }),
  })
}

function findCode(errors: ErrorBinding, status: number): ErrorCode {
  return errors.statuses[status] ?? STATUS_CODES[status] ?? (status >= 500 ? 'vendor_down' : 'vendor_error')
}

function findMessage(json: Value, pointers: readonly string[]): string | undefined {
  for (const pointer of pointers) {
    const found = readPointer(json, pointer)
    if (typeof found === 'string' && found.trim()) return tidyText(found)
  }
  return undefined
}

/** A short plain text is worth repeating, a page of HTML is not. */
function readPlainText({ headers, body }: VendorReply): string | undefined {
  const isPlain = headers['content-type']?.startsWith('text/plain') && !body.includes('<')
  return isPlain ? tidyText(body) : undefined
}

/** One line of limited length without control characters, for errors and logs. */
function tidyText(text: string): string {
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
  return line.length > MESSAGE_LENGTH ? `${line.slice(0, MESSAGE_LENGTH)}…` : line
}

function describeStatus(name: string, status: number): string {
  if (status < 400) return `${name} answered with a redirect (status ${status})`
  return `${name} answered with status ${status} and no message`
}

function describeBody({ headers, body }: VendorReply): string {
  const type = headers['content-type']?.split(';')[0]?.trim()
  if (type?.endsWith('json')) return 'a broken text'
  return body.trim() && type ? type : `${body.length} characters`
}

/** Seconds of a Retry-After header (RFC 9110, section 10.2.3); a date counts from the reply's own Date. */
export function readRetryAfter(headers: Record<string, string>): number | undefined {
  const text = headers['retry-after']?.trim()
  if (!text) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  const wait = (Date.parse(text) - Date.parse(headers['date'] ?? '')) / 1000
  return Number.isFinite(wait) ? Math.max(0, Math.ceil(wait)) : undefined
}
