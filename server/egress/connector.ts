// Opening a connection: the addresses of a name are judged at the moment when one of them is connected to.
import dns from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { addressProblem } from './public-address.ts'
import { bareHost, hostAndPort, refuseAddress } from './target.ts'

/** How long a connection may take to open, its TLS handshake included. Milliseconds. */
const CONNECT_MS = 10_000

/**
 * Wraps a lookup so that it fails when any address of a name is not public. One bad address is enough:
 * a name that points both outside and inside is an attempt, not an accident.
 */
export function guardLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, [])
      const addresses = Array.isArray(found) ? found : [{ address: found, family: family ?? 4 }]
      const [first] = addresses
      if (!first) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), [])
      if (addresses.some(({ address }) => addressProblem(address))) return callback(refuseAddress(hostname), [])
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

/**
 * Makes undici's connector refuse what is not public, three times over: an address written as the host (which
 * is never looked up), the answers of the lookup (asked once and used as they are, so that a name cannot change
 * between check and use), and the peer of the open connection before a byte is sent on it.
 *
 * @param privateHosts `host:port` pairs that are exempt
 * @param connect opens a connection; passed in so that tests can play a resolver that lies
 */
export function guardConnector(
  privateHosts: ReadonlySet<string>,
  connect: { guarded: buildConnector.connector; free: buildConnector.connector },
): buildConnector.connector {
  return (options, callback) => {
    const { hostname } = options
    if (privateHosts.has(hostAndPort(new URL(`${options.protocol}//${options.host ?? hostname}`)))) {
      return connect.free(options, callback)
    }
    if (isIP(bareHost(hostname)) && addressProblem(bareHost(hostname))) return callback(refuseAddress(hostname), null)
    connect.guarded(options, (error, socket) => {
      if (error) return callback(error, null)
      if (!addressProblem(socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      callback(refuseAddress(hostname), null)
    })
  }
}

/** The connector of egress, over the system's resolver or a given one. */
export function createConnector(
  privateHosts: ReadonlySet<string>,
  lookup: LookupFunction = dns.lookup,
): buildConnector.connector {
  // HTTP/1.1 only: one protocol to reason about, and every vendor speaks it.
  const options = { timeout: CONNECT_MS, allowH2: false, autoSelectFamily: true }
  return guardConnector(privateHosts, {
    guarded: buildConnector({ ...options, lookup: guardLookup(lookup) }),
    free: buildConnector({ ...options, lookup }),
  })
}
