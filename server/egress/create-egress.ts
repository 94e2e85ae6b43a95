// The one way out: sends a vendor request through the guarded connector, within limits.
import { type LookupFunction } from 'node:net'
import { Agent, type Dispatcher, request as dispatch } from 'undici'
import { CallFailure } from '../../src/contract/errors.ts'
import { type VendorReply, type VendorRequest } from '../../src/contract/http.ts'
import { LIMITS, type Limits } from '../../src/contract/limits.ts'
import { createConnector } from './connector.ts'
import { type Credentials, type Egress, type SendOptions } from './egress.ts'
import { nameFailure } from './failure.ts'
import { readBody } from './read-body.ts'
import { prepareRequest, type PreparedRequest } from './prepare-request.ts'
import { followRedirect } from './redirect.ts'
import { checkTarget, hostAndPort } from './target.ts'
import { untilAborted } from './until-aborted.ts'

/** Connections to one origin; more calls wait for one to come free. */
const CONNECTIONS_PER_ORIGIN = 16
const HEADER_BYTES = 32 * 1024

export interface EgressOptions {
  /** Exact `host:port`, as PRIVATE_HOSTS spells them. Only these may be private, use plain HTTP or another port. */
  privateHosts: readonly string[]
  /** The largest reply is `replyBytes`; by default the usual one. */
  limits?: Pick<Limits, 'replyBytes'>
  /** Resolves names; by default as the system does. */
  lookup?: LookupFunction
}

/**
 * Creates the way out. It sends each request once: whether a second try could do a thing twice is known to
 * the vendor only, and even a GET that failed may count against a limit. Errors say `retryable`; the script decides.
 */
export function createEgress({ privateHosts, limits = LIMITS, lookup }: EgressOptions): Egress {
  const exempt = new Set(privateHosts.map((host) => host.toLowerCase()))
  const isPrivateHost = (url: URL) => exempt.has(hostAndPort(url))
  const agent = new Agent({
    connect: createConnector(exempt, lookup),
    connections: CONNECTIONS_PER_ORIGIN,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: HEADER_BYTES,
    // The deadline of the call covers both.
    headersTimeout: 0,
    bodyTimeout: 0,
  })

  async function exchange(prepared: PreparedRequest, options: SendOptions, signal: AbortSignal): Promise<VendorReply> {
    let next = prepared
    for (let hop = 0; ; hop++) {
      checkTarget(next.url, isPrivateHost)
      const reply = await untilAborted(dispatch(next.url, { ...next.init, dispatcher: agent, signal }), signal)
      const followed = followRedirect(next, reply, hop, { ...options, isPrivateHost })
      if (!followed) return readReply(reply, next.url.host, limits.replyBytes)
      next = followed
    }
  }

  const running = new Set<Promise<unknown>>()

  return {
    isPrivateHost,
    send(request, credentials, options) {
      const sending = send(request, credentials, options).finally(() => running.delete(sending))
      running.add(sending)
      return sending
    },
    async close() {
      await Promise.allSettled(running)
      // Not agent.close(): that would also wait for connections which nobody wants any more.
      await agent.destroy()
    },
  }

  async function send(request: VendorRequest, credentials: Credentials, options: SendOptions): Promise<VendorReply> {
    const timeoutMs = Math.min(options.timeoutMs ?? LIMITS.callMs, LIMITS.callMs)
    const deadline = AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)))
    const url = URL.parse(request.url)
    if (!url) throw new CallFailure('blocked_address', 'The URL of the account is not an absolute URL.')
    try {
      const prepared = prepareRequest(url, request, credentials)
      return await exchange(prepared, options, AbortSignal.any([options.signal, deadline]))
    } catch (error) {
      throw nameFailure(error, { host: url.host, timeoutMs, caller: options.signal, deadline })
    }
  }
}

async function readReply(reply: Dispatcher.ResponseData, host: string, most: number): Promise<VendorReply> {
  const body = await readBody(reply.body, reply.headers, host, most)
  const headers = Object.entries(reply.headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  // A reply without a date is of the time at which it came (RFC 9110, section 6.6.1); Retry-After may count from it.
  const date = new Date().toUTCString()
  return { status: reply.statusCode, headers: { date, ...Object.fromEntries(headers) }, body }
}
