// Whether a URL may be sent to at all, judged before any name is looked up.
import { isIP } from 'node:net'
import { CallFailure } from '../../src/contract/errors.ts'
import { addressProblem } from './public-address.ts'

/** `host:port` of a URL as PRIVATE_HOSTS spells it: lower case, IPv6 in brackets, the port always given. */
export function hostAndPort(url: URL): string {
  const defaultPort = url.protocol === 'http:' ? '80' : '443'
  return `${url.hostname}:${url.port || defaultPort}`
}

/**
 * Checks scheme, user information, port and literal address. Names are judged later, by what they resolve to.
 *
 * @throws CallFailure `blocked_address`
 */
export function checkTarget(url: URL, isPrivateHost: (url: URL) => boolean): void {
  if (url.username || url.password) {
    throw refuse('The URL holds a user name or password.', 'Put keys into the fields of the account, not into its URL.')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw refuse(`The URL begins with ${url.protocol}, which is not sent.`, 'Use an https URL.')
  }
  if (isPrivateHost(url)) return
  if (isIP(bareHost(url.hostname)) && addressProblem(bareHost(url.hostname))) throw refuseAddress(url.hostname)
  if (url.protocol !== 'https:') {
    throw refuse(`${url.hostname} would be called without encryption.`, 'Use an https URL.')
  }
  if (url.port) throw refuse(`${url.hostname} would be called on port ${url.port}.`, 'Use the standard port, 443.')
}

/** The host as the network knows it: an IPv6 address without its brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

/** The failure for a host that is, or leads to, an address that is not public. Names no address but the one typed. */
export function refuseAddress(hostname: string): CallFailure {
  return refuse(
    `${hostname} does not lead to a public address.`,
    'Use a public address of the vendor. Whoever hosts this site can allow a private one by its exact host and port.',
  )
}

function refuse(message: string, hint: string): CallFailure {
  return new CallFailure('blocked_address', message, { hint })
}
