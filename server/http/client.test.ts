import { expect, test } from 'vitest'
import { createProxyList, findClient, rewriteHeaders } from './client.ts'

const isProxy = createProxyList(['10.0.0.0/8', '127.0.0.1/32', 'fd00::/8'])

test.each([
  ['a stranger claims another address', '203.0.113.9', '198.51.100.1', 'https', '203.0.113.9', false],
  ['a proxy names the client', '10.0.0.1', '198.51.100.1', 'https', '198.51.100.1', true],
  ['what the client wrote lies further left', '10.0.0.1', '1.1.1.1, 198.51.100.1', 'http', '198.51.100.1', false],
  ['two proxies in a row', '10.0.0.1', '198.51.100.1, 10.2.3.4', 'https', '198.51.100.1', true],
  ['a proxy that names nobody', '10.0.0.1', undefined, undefined, '10.0.0.1', false],
  ['a proxy that names nonsense', '10.0.0.1', 'unknown', 'https', '10.0.0.1', true],
  ['an IPv4 peer on a socket for both families', '::ffff:10.0.0.1', '2001:db8::1', 'https', '2001:db8::1', true],
  ['an IPv6 proxy', 'fd00::1', '198.51.100.1', 'https', '198.51.100.1', true],
  ['a client that claims https before the proxy adds http', '10.0.0.1', '1.1.1.1', 'https, http', '1.1.1.1', false],
])('%s', (_, peer, forwardedFor, forwardedProto, ip, secure) => {
  expect(findClient(peer, forwardedFor, forwardedProto, isProxy)).toEqual({ ip, secure })
})

test('claims are removed from both forms of the headers, whatever their case', () => {
  const request = {
    headers: {
      host: 'a',
      'x-forwarded-for': '1.1.1.1',
      'x-kosmo-client-ip': '2.2.2.2',
      forwarded: 'for=x',
      cookie: 'c',
    },
    rawHeaders: ['Host', 'a', 'X-Forwarded-For', '1.1.1.1', 'X-KOSMO-client-ip', '2.2.2.2', 'Cookie', 'c'],
  }
  rewriteHeaders(request, { ip: '3.3.3.3', secure: false })
  const found = { 'x-kosmo-client-ip': '3.3.3.3', 'x-kosmo-secure': '0' }
  expect(request.headers).toEqual({ host: 'a', cookie: 'c', ...found })
  expect(request.rawHeaders).toEqual(['Host', 'a', 'Cookie', 'c', ...Object.entries(found).flat()])
})
