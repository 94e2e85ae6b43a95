// What becomes of a redirect: followed by hand for a GET, with every check made anew, and refused otherwise.
import { type Dispatcher } from 'undici'
import { CallFailure } from '../../src/contract/errors.ts'
import { type SendOptions } from './egress.ts'
import { type PreparedRequest } from './prepare-request.ts'
import { checkTarget } from './target.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const MAX_HOPS = 3
/** All that a request keeps when it goes to another origin; credentials of any name stay behind. */
const KEPT_ELSEWHERE = new Set(['accept', 'accept-encoding', 'user-agent'])

interface Policy extends Pick<SendOptions, 'mayRedirectTo'> {
  isPrivateHost: (url: URL) => boolean
}

/**
 * The next request when a reply is a redirect that may be followed, or null when it is no redirect.
 *
 * @param hop how many redirects were followed before
 * @throws CallFailure `blocked_address` when it leads where no request may go, `vendor_error` when it is not followed
 */
export function followRedirect(
  sent: PreparedRequest,
  reply: Dispatcher.ResponseData,
  hop: number,
  { mayRedirectTo, isPrivateHost }: Policy,
): PreparedRequest | null {
  const { location } = reply.headers
  if (!REDIRECTS.has(reply.statusCode) || location === undefined) return null
  reply.body.on('error', () => undefined).destroy()
  const { host } = sent.url
  const refuse = (message: string) =>
    new CallFailure('vendor_error', message, { status: reply.statusCode, hint: 'Check the base URL of the account.' })

  const target = URL.parse(String(location), sent.url)
  if (!target) throw refuse(`${host} redirects to something that is no URL.`)
  try {
    checkTarget(target, isPrivateHost)
  } catch {
    // The target is the vendor's word, and may be a name or address inside this network: it is not repeated.
    throw new CallFailure('blocked_address', `${host} redirects to where no request may go.`, {
      status: reply.statusCode,
      hint: 'Check the base URL of the account.',
    })
  }
  const { method, headers } = sent.init
  if (method !== 'GET') throw refuse(`${host} redirects a ${method} request, which is not followed.`)
  if (hop >= MAX_HOPS) throw refuse(`${host} redirects more than ${MAX_HOPS} times.`)
  if (target.origin === sent.url.origin) return { url: target, init: sent.init }
  if (!mayRedirectTo?.(target)) throw refuse(`${host} redirects to another site, which is not followed.`)
  const kept = Object.entries(headers).filter(([name]) => KEPT_ELSEWHERE.has(name))
  return { url: target, init: { ...sent.init, headers: Object.fromEntries(kept) } }
}
