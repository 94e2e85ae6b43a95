// One request to the fake from its headers to its reply: key, route, body, answer.
import { type VendorReply } from '../../contract/http.ts'
import { answerJson } from '../answer-json.ts'
import { type DemoAnswer, type DemoRequest } from '../vendor.ts'
import { readBody } from './body.ts'
import { ClerkRefusal, refuse, refuseNotFound } from './problem.ts'
import { matchPath, type Route, routes, splitPath } from './routes.ts'
import { type ClerkState } from './state.ts'

/** From this version of the API on, two updates no longer take metadata. */
const WITHOUT_METADATA = '2026-05-12'

export function answerClerk(
  state: ClerkState,
  request: DemoRequest,
  now: number,
  secretKey: string,
): DemoAnswer<ClerkState> {
  const trace = traceRequest(request, now)
  try {
    checkKey(request.headers['authorization'], secretKey)
    const url = new URL(request.url)
    const parts = splitPath(url.pathname)
    const found = routes.flatMap((route) => {
      const params = parts && matchPath(route, parts)
      return params ? [{ route, params }] : []
    })
    if (!found.length) throw refuseNotFound('The URL was not found', 'URL not found')
    const match = found.find(({ route }) => route.method === request.method)
    if (!match) return { state, reply: refuseMethod(found.map(({ route }) => route.method)) }
    // Routes change what they get, so they get a copy; it is forgotten when one refuses.
    const draft = structuredClone(state)
    const body = readBodyOf(match.route, request)
    const context = { state: draft, params: match.params, query: url.searchParams, body, now }
    const reply = answerJson(200, match.route.run(context), { 'x-clerk-trace-id': trace })
    return { state: draft, reply }
  } catch (error) {
    if (!(error instanceof ClerkRefusal)) throw error
    return { state, reply: showRefusal(error, trace) }
  }
}

/** How the vendor says no. */
export function showRefusal({ status, problems }: ClerkRefusal, trace: string, headers = {}): VendorReply {
  const errors = problems.map((problem) => ({ ...problem }))
  return answerJson(status, { errors, clerk_trace_id: trace }, { 'x-clerk-trace-id': trace, ...headers })
}

function checkKey(authorization: string | undefined, secretKey: string): void {
  if (!authorization) {
    const long = 'Unable to authenticate the request, you need to supply an active session'
    throw refuse(401, 'authentication_invalid', 'Invalid authentication', long)
  }
  const [scheme, key, ...rest] = authorization.split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !key || rest.length) {
    const long = "Invalid Authorization header format. Must be 'Bearer <YOUR_API_KEY>'"
    throw refuse(401, 'authorization_header_format_invalid', 'Invalid Authorization header format', long)
  }
  if (key === secretKey) return
  const message = 'The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.'
  throw refuse(401, 'clerk_key_invalid', message)
}

function readBodyOf({ method, path, form }: Route, { body, headers }: DemoRequest) {
  if (!body) return form ? readBody(null, form) : {}
  const type = headers['content-type'] ?? ''
  if (!form) throw refuseType(type || 'of a body', 'no body')
  if (type.split(';')[0]!.trim() !== 'application/json') throw refuseType(type, 'application/json')
  const isOld = (headers['clerk-api-version'] ?? '') < WITHOUT_METADATA
  const isUpdate = method === 'PATCH' && ['/users/{user_id}', '/organizations/{organization_id}'].includes(path)
  return readBody(body, isUpdate && !isOld ? withoutMetadata(form) : form)
}

function withoutMetadata(form: NonNullable<Route['form']>): NonNullable<Route['form']> {
  const fields = Object.entries(form.fields).filter(([name]) => !name.endsWith('_metadata'))
  return { ...form, fields: Object.fromEntries(fields) }
}

function refuseType(actual: string, expected: string): ClerkRefusal {
  const long = `Content-Type ${actual} is unsupported. You should use ${expected} instead.`
  return refuse(415, 'unsupported_content_type', 'Content-Type is unsupported', long)
}

/** Nothing documents a body here; the vendor's router sends none. */
function refuseMethod(allowed: string[]): VendorReply {
  return { status: 405, headers: { allow: [...new Set(allowed)].join(', ') }, body: '' }
}

/** 32 hexadecimal digits that hang on the request only. */
function traceRequest({ method, url }: DemoRequest, now: number): string {
  let hash = 0xcbf29ce484222325n
  for (const character of `${method} ${url} ${now}`) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(32, '0')
}
