// Who is at the other end: the address and the transport, believed from headers only when a trusted proxy wrote them.
import { type IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export interface Client {
  /** IPv4 or IPv6 address, without port. */
  ip: string
  /** Whether the request travelled over TLS, as far as the nearest trusted proxy says. */
  secure: boolean
}

/** Carries what was found out on to everything behind; an incoming header of this name is removed first. */
export const CLIENT_IP_HEADER = 'x-kosmo-client-ip'
export const SECURE_HEADER = 'x-kosmo-secure'

const UNTRUSTED = /^(x-forwarded-|x-kosmo-|forwarded$|x-real-ip$)/i

/** @param ranges addresses in CIDR form, as the settings have them */
export function createProxyList(ranges: readonly string[]): (ip: string) => boolean {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return (ip) => list.check(ip, isIP(ip) === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Reads X-Forwarded-For from the right, past trusted proxies: the first address that is none is the client.
 * Everything left of it was written by strangers.
 */
export function findClient(
  peer: string,
  forwardedFor: string | undefined,
  forwardedProto: string | undefined,
  isProxy: (ip: string) => boolean,
): Client {
  let ip = unmapAddress(peer)
  if (!isProxy(ip)) return { ip, secure: false }
  const secure = forwardedProto?.split(',').at(-1)?.trim().toLowerCase() === 'https'
  const hops = forwardedFor?.split(',').map((hop) => unmapAddress(hop.trim())) ?? []
  while (isProxy(ip)) {
    const hop = hops.pop()
    if (hop === undefined || !isIP(hop)) break
    ip = hop
  }
  return { ip, secure }
}

/** `::ffff:1.2.3.4` is how a socket for both families shows an IPv4 peer. */
function unmapAddress(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
}

/**
 * Replaces all that a stranger could claim by what was found out. Both forms of the headers are changed, since the
 * HTTP adapter reads either.
 */
export function rewriteHeaders(request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>, client: Client): void {
  const found = { [CLIENT_IP_HEADER]: client.ip, [SECURE_HEADER]: client.secure ? '1' : '0' }
  const kept = Object.entries(request.headers).filter(([name]) => !UNTRUSTED.test(name))
  const raw = request.rawHeaders
  const pairs = raw.flatMap((name, index) => (index % 2 || UNTRUSTED.test(name) ? [] : [name, raw[index + 1]!]))
  request.headers = { ...Object.fromEntries(kept), ...found }
  request.rawHeaders = [...pairs, ...Object.entries(found).flat()]
}
