// How single settings are read from text. A thrown message continues the line "<NAME> …".
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Secret } from './vault/secret.ts'

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (bare === 'localhost' || bare.endsWith('.localhost')) return true
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback'
}

export function parsePublicUrl(value: string): URL {
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('is not an address like https://lua.example.com')
  if (url.username || url.password) throw new Error('must not hold a user name or password')
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new Error('must be an origin: scheme, host and port, without a path')
  }
  return url
}

/** Addresses and ranges; a bare address is a range of one. */
export function parseProxies(items: string[]): string[] {
  return items.map((item) => {
    const [address = '', bits] = item.split('/')
    const version = isIP(address)
    if (!version) throw new Error(`names "${item}", which is not an IP address or a range like 10.0.0.0/8`)
    const width = version === 4 ? 32 : 128
    if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= width)) {
      throw new Error(`names "${item}", whose prefix length is not a number from 0 to ${width}`)
    }
    return bits === undefined ? `${address}/${width}` : item
  })
}

/** An exact `host:port`, lower case; IPv6 in brackets. */
export function parsePrivateHost(item: string): string {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+):(\d{1,5})$/.exec(item.toLowerCase())
  const port = Number(match?.[2])
  if (!match || port < 1 || port > 65_535) {
    throw new Error(`names "${item}", which is not an exact host:port like 127.0.0.1:8079`)
  }
  return `${match[1]!}:${port}`
}

/** `id:base64key,id:base64key`. The messages never repeat a key. */
export function parseKeys(value: string): { id: string; key: Secret }[] {
  const keys = value.split(',').map((item, index) => {
    const [, id, key] = /^\s*([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/=_-]+)\s*$/.exec(item) ?? []
    if (!id || !key) throw new Error(`must be id:base64key, separated by commas; entry ${index + 1} is not`)
    if (Buffer.from(key, 'base64').length !== 32) throw new Error(`holds a key "${id}" that is not 32 bytes in base64`)
    return { id, key: new Secret(key) }
  })
  const twice = keys.find((key, index) => keys.findIndex((other) => other.id === key.id) !== index)
  if (twice) throw new Error(`names the key "${twice.id}" twice`)
  return keys
}
