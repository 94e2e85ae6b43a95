// Makes a call until it ends or the replies do, and takes the requests apart: every place where a value can have gone.
import { type FunctionDefinition, type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { type VendorReply, type VendorRequest } from '../../../src/contract/http.ts'
import { formatJson, parseJson, type Value } from '../../../src/contract/value.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { type Arguments } from '../../../src/vendor/handler.ts'
import { planCall } from '../../../src/vendor/plan.ts'

/** A call that sent something, or the failure before it sent anything. */
export type Driven = { requests: VendorRequest[]; args: Arguments } | { refusal: CallFailure }

/** @param text the arguments as JSON text; `replies` are given to the requests in order, the call stops after the last */
export function drive(
  integration: IntegrationDefinition,
  fn: FunctionDefinition,
  settings: Record<string, string>,
  text: string,
  replies: readonly VendorReply[],
): Driven {
  const requests: VendorRequest[] = []
  try {
    const args = checkArguments(fn, text)
    const plan = planCall(integration, fn, args, settings)
    let next = plan.next()
    while (!next.done) {
      requests.push(next.value)
      const reply = replies[requests.length - 1]
      if (!reply) break
      next = plan.next(reply)
    }
    return { requests, args }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    // What fails after a request fails because of its reply, which was made for other arguments.
    return requests.length ? { requests, args: checkArguments(fn, text) } : { refusal: error }
  }
}

/** All texts and values of the requests of one call, by where they stand. */
export type Leaves = Map<string, string>

/** Takes requests apart: `0 path 2`, `0 query limit 0`, `0 header Accept`, `0 body /a/b`. Decoded, bodies as JSON text. */
export function takeApart(requests: readonly VendorRequest[]): Leaves {
  const leaves: Leaves = new Map()
  for (const [number, request] of requests.entries()) {
    const url = new URL(request.url)
    leaves.set(`${number} method`, request.method)
    leaves.set(`${number} origin`, url.origin)
    const segments = url.pathname.split('/').slice(1)
    leaves.set(`${number} segments`, String(segments.length))
    for (const [at, segment] of segments.entries()) leaves.set(`${number} path ${at}`, decodeURIComponent(segment))
    const seen = new Map<string, number>()
    for (const [name, value] of url.searchParams) {
      const at = seen.get(name) ?? 0
      seen.set(name, at + 1)
      leaves.set(`${number} query ${name} ${at}`, value)
    }
    for (const [name, value] of Object.entries(request.headers)) leaves.set(`${number} header ${name}`, value)
    if (request.body !== null) takeBodyApart(leaves, `${number} body `, parseJson(request.body))
  }
  return leaves
}

function takeBodyApart(leaves: Leaves, at: string, value: Value): void {
  const isBranch = typeof value === 'object' && value !== null && Object.keys(value).length > 0
  if (!isBranch) return void leaves.set(at, formatJson(value))
  for (const [key, inner] of Object.entries(value)) {
    const step = key.replaceAll('~', '~0').replaceAll('/', '~1')
    takeBodyApart(leaves, `${at}/${step}`, inner as Value)
  }
}

/** Where two calls differ. */
export function listDifferences(a: Leaves, b: Leaves): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((at) => a.get(at) !== b.get(at))
}
