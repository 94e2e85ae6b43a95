// Our own requests to the demo vendor of Convex, without a network: every step of a call, as it went and was answered.
import { loadCatalog } from '../../../src/catalog/load.ts'
import { type VendorReply, type VendorRequest } from '../../../src/contract/http.ts'
import { type Value } from '../../../src/contract/value.ts'
import { demo } from '../../../src/demo/convex.ts'
import { DEMO_CLOCK } from '../../../src/demo/vendor.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { planCall } from '../../../src/vendor/plan.ts'

export const convex = loadCatalog().integrations['convex']!

export interface Exchange {
  request: VendorRequest
  reply: VendorReply
}

/** A demo vendor of its own, on fresh sample data. */
export function openDemo(key = demo.secrets['access_token']!) {
  let state = demo.initial()
  const exchanges: Exchange[] = []

  /** Calls a function. Throws `CallFailure` as a script would see it. */
  function call(name: string, args: object = {}): Value {
    const fn = convex.functions.find((candidate) => candidate.name === name)!
    const plan = planCall(convex, fn, checkArguments(fn, JSON.stringify(args)), demo.settings)
    let next = plan.next()
    while (!next.done) {
      const request = next.value
      const headers = Object.entries(request.headers).map(([header, value]) => [header.toLowerCase(), value])
      const answer = demo.answer(
        state,
        {
          ...request,
          headers: { ...(Object.fromEntries(headers) as Record<string, string>), authorization: `Convex ${key}` },
        },
        DEMO_CLOCK,
      )
      state = answer.state
      exchanges.push({ request, reply: answer.reply })
      next = plan.next(answer.reply)
    }
    return next.value
  }
  return { call, exchanges }
}

/** The first request of a call, to an address of choice. */
export function planRequest(name: string, args: object, base = demo.settings['deployment_url']!): VendorRequest {
  const fn = convex.functions.find((candidate) => candidate.name === name)!
  const settings = { deployment_url: base }
  const first = planCall(convex, fn, checkArguments(fn, JSON.stringify(args)), settings, () => true).next()
  if (first.done) throw new Error('no request was made')
  return first.value
}
