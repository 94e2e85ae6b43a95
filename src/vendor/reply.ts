// Reads a vendor's reply: JSON, or the error that it means.
import { type ErrorBinding } from '../contract/binding.ts'
import { type IntegrationDefinition } from '../contract/definition.ts'
import { CallFailure, type ErrorCode } from '../contract/errors.ts'
import { type VendorReply } from '../contract/http.ts'
import { parseJson, type Value } from '../contract/value.ts'
import { isTooDeep } from './depth.ts'
import { hideSecrets } from './hidden.ts'
import { readFieldErrors } from './field-errors.ts'
import { findText } from './find-text.ts'
import { tidyText } from './tidy-text.ts'

/** What a status means at most vendors; a definition can say otherwise. Other 4xx are `vendor_error`, 5xx `vendor_down`. */
const STATUS_CODES: Record<number, ErrorCode> = {
  400: 'invalid_argument',
  401: 'refused_key',
  402: 'payment_required',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  413: 'request_too_large',
  422: 'invalid_argument',
  429: 'rate_limited',
}

/**
 * The JSON of a reply without the secrets that the definition hides; null for an empty one.
 *
 * @param depth most lists and objects in each other
 * @throws CallFailure for a status of 300 or more, for what is no JSON, and for an error in a success
 */
export function readReply(integration: IntegrationDefinition, reply: VendorReply, depth: number): Value {
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
  if (isTooDeep(json, depth)) {
    const message = `${integration.name} answered with data nested deeper than ${depth} levels`
    throw new CallFailure('reply_too_large', message, { status: reply.status })
  }
  const problem = findText(json, integration.errors.inSuccess)
  if (problem) throw readProblem(integration, problem, json, reply.status)
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
  const { errors } = integration
  const vendorCode = json === undefined ? undefined : findText(json, errors.code)
  const said = json === undefined ? readPlainText(reply) : findText(json, errors.message)
  const code = translate(errors, vendorCode, said) ?? findCode(errors, status)
  const fields = json === undefined ? [] : readFieldErrors(json, errors.fields)
  const seconds = readRetryAfter(reply.headers)
  return new CallFailure(code, said ?? describeStatus(integration.name, status), {
    status,
    ...(seconds !== undefined && { retryAfter: seconds }),
    ...(vendorCode !== undefined && { vendorCode }),
    ...(fields.length && { fields }),
    ...(code === 'invalid_argument' && {
      hint: `${integration.name} refused the arguments: compare them with the page.`,
    }),
  })
}

/** An error in a reply whose status says success. */
function readProblem({ errors }: IntegrationDefinition, problem: string, json: Value, status: number): CallFailure {
  const vendorCode = findText(json, errors.code)
  const code = translate(errors, vendorCode, problem) ?? 'vendor_error'
  return new CallFailure(code, problem, { status, ...(vendorCode !== undefined && { vendorCode }) })
}

/** Our code for the vendor's own, or for the beginning of its text, where the definition has it. */
function translate({ codes, texts }: ErrorBinding, vendorCode: string | undefined, text = ''): ErrorCode | undefined {
  if (vendorCode !== undefined && Object.hasOwn(codes, vendorCode)) return codes[vendorCode]
  return Object.entries(texts).find(([beginning]) => text.startsWith(beginning))?.[1]
}

function findCode(errors: ErrorBinding, status: number): ErrorCode {
  return errors.statuses[status] ?? STATUS_CODES[status] ?? (status >= 500 ? 'vendor_down' : 'vendor_error')
}

/** A short plain text is worth repeating, a page of HTML is not. */
function readPlainText({ headers, body }: VendorReply): string | undefined {
  const isPlain = headers['content-type']?.startsWith('text/plain') && !body.includes('<')
  return isPlain ? tidyText(body) : undefined
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
