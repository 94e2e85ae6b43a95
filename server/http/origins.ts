// The addresses under which this server may be asked: a page that points its own name here gets nothing.
import { isIP } from 'node:net'
import { isLoopback } from '../settings-values.ts'

export interface Origins {
  /** The address to print, and the base of links. */
  primary: string
  /** All that a browser may show in Origin; what better-auth trusts. */
  trusted: string[]
  /** The origin that a Host header stands for; undefined for a host that is not ours. */
  find(host: string | undefined, secure: boolean): string | undefined
}

/**
 * Behind PUBLIC_URL that host alone, and loopback for whoever sits at the machine. Without it: loopback, and on a
 * wider HOST any bare IP address, since rebinding (a foreign name that resolves to us) needs a name.
 */
export function createOrigins(publicUrl: URL | undefined, host: string, port: number): Origins {
  const bracketed = isIP(host) === 6 ? `[${host}]` : host
  const any = host === '0.0.0.0' || host === '::'
  const own = `http://${any ? '127.0.0.1' : bracketed}:${port}`
  // In development the address that people open is that of Astro's server, on another port.
  const ports = publicUrl?.protocol === 'http:' && isLoopback(publicUrl.hostname) ? [port, publicUrl.port] : [port]
  const local = ports.flatMap((at) => ['127.0.0.1', 'localhost', '[::1]'].map((name) => `http://${name}:${at}`))
  const reachesLoopback = any || isLoopback(host)
  const known = new Set([publicUrl?.origin ?? own, ...(reachesLoopback ? local : [own])].map(normalise))
  const anyAddress = !publicUrl && !isLoopback(host)
  return {
    primary: publicUrl?.origin ?? own,
    trusted: [...known],
    find(name, secure) {
      if (!name || !/^[a-z0-9.:[\]-]+$/i.test(name)) return undefined
      // Behind a proxy that ends TLS, the public host is https whatever this hop is.
      if (publicUrl?.host === name.toLowerCase()) return publicUrl.origin
      const origin = URL.parse(`${secure ? 'https' : 'http'}://${name}`)?.origin
      if (!origin) return undefined
      if (known.has(origin)) return origin
      return anyAddress && isIP(new URL(origin).hostname.replace(/^\[|\]$/g, '')) ? origin : undefined
    },
  }
}

function normalise(origin: string): string {
  return new URL(origin).origin
}
