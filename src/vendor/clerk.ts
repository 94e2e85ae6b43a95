// Handlers of Clerk: the raw helpers, whose path and query parameters the script chooses.
import { type RequestBinding } from '../contract/binding.ts'
import { CallFailure } from '../contract/errors.ts'
import { isObject, type Value } from '../contract/value.ts'
import { type Handler } from './handler.ts'

/**
 * Sends a request to a path below the base URL, and to nothing else: each segment of the path becomes an argument
 * of its own, so that it is encoded like any other.
 */
const callPath: Handler = function* ({ fn, args, build, read }) {
  const segments = readRawPath(String(args['path']))
  const query = Object.entries(isObject(args['query']) ? args['query'] : {})
  const made: Record<string, Value> = {
    ...args,
    ...Object.fromEntries(segments.map((segment, index) => [`segment_${index}`, segment])),
    ...Object.fromEntries(query.map(([, value], index) => [`query_${index}`, value])),
  }
  const places = segments.map((_segment, index) => `{segment_${index}}`).join('/')
  const binding: RequestBinding = {
    ...fn.request!,
    path: fn.request!.path.replace('{path}', places),
    query: {
      ...fn.request!.query,
      ...Object.fromEntries(query.map(([name], index) => [readQueryName(name), { $arg: `query_${index}` }])),
    },
  }
  return read(yield build(binding, made))
}

export const handlers = { callPath }

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

/**
 * The segments of a raw path, without their escapes: `/users/user_1` gives `['users', 'user_1']`.
 *
 * @throws CallFailure `invalid_argument` for everything that is no plain path, or that hides something in an escape
 */
export function readRawPath(path: string): string[] {
  if (CONTROL.test(path) || !path.isWellFormed()) throw refuse('holds a control character or half of a character')
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) throw refuse('must not be a whole URL')
  if (path.includes('\\')) throw refuse('must not hold a backslash')
  if (path.includes('?')) throw refuse('must not hold a query', 'Give the parameters in `query`.')
  if (path.includes('#')) throw refuse('must not hold a fragment')
  const segments = path.replace(/^\//, '').split('/').map(readSegment)
  if (segments[0] === 'v1') throw refuse('begins below /v1 by itself', 'Write `/users`, not `/v1/users`.')
  return segments
}

function readSegment(text: string): string {
  if (!text) throw refuse('must not be empty, nor hold `//` or a `/` at its end')
  const segment = decodeSegment(text)
  // Some servers drop what follows a `;` (RFC 3986, section 3.3) and would take `..;` for a step.
  if (/^\.\.?(;|$)/.test(segment)) throw refuse('must not hold `.` or `..` as a step')
  // An escape inside an escape would be read once more by somebody on the way.
  if (CONTROL.test(segment) || /[/\\?#%]/.test(segment)) throw refuse(`hides something in the escapes of "${text}"`)
  return segment
}

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw refuse(`holds an escape that is none: "${text}"`)
  }
}

function readQueryName(name: string): string {
  if (!name || CONTROL.test(name) || !name.isWellFormed()) {
    throw new CallFailure('invalid_argument', '`query` holds a name that is empty or no plain text')
  }
  return name
}

function refuse(what: string, hint = 'Write a plain path below the API URL, as `/sessions`.'): CallFailure {
  return new CallFailure('invalid_argument', `\`path\` ${what}`, { hint })
}
