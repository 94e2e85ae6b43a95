// Builds the vendor request of a call: the same on the page (Demo), on the server (Live) and in tests.
import { type QueryShape, type RequestBinding } from '../contract/binding.ts'
import { type ServerBinding } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'
import { type Auth, type VendorRequest } from '../contract/http.ts'
import { formatJson, type Value } from '../contract/value.ts'
import { type Arguments } from './handler.ts'
import { fillShape } from './shape.ts'

// Control characters, which have no place in a URL segment or a header.
const CONTROL = /[\u0000-\u001f\u007f]/

/**
 * Builds one request. Origin and path prefix are those of `base`, whatever the arguments hold.
 *
 * @param base checked base URL of the server, without a slash at its end
 * @throws CallFailure `invalid_argument` for a value that cannot stand where it belongs
 */
export function buildRequest(
  binding: RequestBinding,
  server: ServerBinding,
  base: string,
  args: Arguments,
): VendorRequest {
  const path = fillPath(binding.path, args)
  const query = fillQuery(binding.query, args)
  const url = new URL(base + path + (query && `?${query}`))
  if (url.origin !== new URL(base).origin || url.pathname !== new URL(`${base}/`).pathname.slice(0, -1) + path) {
    throw new CallFailure('invalid_argument', 'The arguments would lead to another address')
  }
  const body = binding.body === undefined ? undefined : fillShape(binding.body, { args })
  return {
    method: binding.method,
    url: url.href,
    headers: fillHeaders(binding.headers, args, body !== undefined),
    body: body === undefined ? null : formatJson(body),
    auth: readAuth(server),
  }
}

/** Puts each argument into the path, percent-encoded as one segment (RFC 3986, section 3.3). */
function fillPath(template: string, args: Arguments): string {
  const segments = template.split('/').map((segment) => {
    if (!segment.includes('{')) return segment
    const names: string[] = []
    const text = segment.replaceAll(/\{([^{}]*)\}/g, (_whole, name: string) => {
      names.push(name)
      return encode(name, formatScalar(name, args[name]))
    })
    // A parser of URLs takes these two for a step, also when the dots are encoded.
    if (text === '.' || text === '..' || !text) {
      throw new CallFailure('invalid_argument', `\`${names[0]}\` must not be empty, "." or ".."`)
    }
    return text
  })
  return segments.join('/')
}

function fillQuery(query: RequestBinding['query'], args: Arguments): string {
  return Object.entries(query)
    .flatMap(([name, shape]) => {
      const joined = readJoin(shape)
      const value = fillShape(joined === undefined ? shape : { $list: joined }, { args })
      if (value === undefined || value === null) return []
      const items = (Array.isArray(value) ? value : [value]).map((item) => encode(name, formatScalar(name, item)))
      // The commas between the items stay plain; one inside an item is encoded (RFC 6570, section 3.2.8).
      const values = joined !== undefined && items.length ? [items.join(',')] : items
      return values.map((text) => `${encodeURIComponent(name)}=${text}`)
    })
    .join('&')
}

/** The argument of a `$join`, or undefined for any other shape. */
function readJoin(shape: QueryShape): string | undefined {
  if (typeof shape !== 'object' || shape === null || Array.isArray(shape)) return undefined
  return '$join' in shape ? String(shape.$join) : undefined
}

function fillHeaders(headers: RequestBinding['headers'], args: Arguments, hasBody: boolean): Record<string, string> {
  const filled: Record<string, string> = { Accept: 'application/json' }
  if (hasBody) filled['Content-Type'] = 'application/json'
  for (const [name, shape] of Object.entries(headers)) {
    const value = fillShape(shape, { args })
    if (value === undefined || value === null) continue
    const text = formatScalar(name, value)
    if (CONTROL.test(text) || /[^\u0020-\u00ff]/.test(text)) {
      throw new CallFailure('invalid_argument', `\`${name}\` holds a character that no header may hold`)
    }
    filled[name] = text
  }
  return filled
}

function formatScalar(name: string, value: Value | undefined): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  throw new CallFailure('invalid_argument', `\`${name}\` must be text, a number or a boolean`)
}

function encode(name: string, text: string): string {
  if (CONTROL.test(text)) throw new CallFailure('invalid_argument', `\`${name}\` holds a control character`)
  if (!text.isWellFormed()) throw new CallFailure('invalid_argument', `\`${name}\` is not valid Unicode`)
  return encodeURIComponent(text)
}

function readAuth({ auth }: ServerBinding): Auth {
  if ('basic' in auth) return { kind: 'basic', username: auth.basic[0], password: auth.basic[1] }
  return { kind: 'bearer', field: auth.bearer, ...(auth.prefix !== undefined && { prefix: auth.prefix }) }
}
