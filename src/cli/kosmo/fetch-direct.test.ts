import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { fetchDirect } from './fetch-direct.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  [301, 'https://lua.example.com/api/trpc/x?a=1', ' to https://lua.example.com/api/trpc/x'],
  [308, '/login', ' to ORIGIN/login'],
  [302, 'http://[', ''],
])('a redirect by %i to %s is told, and not followed', async (status, location, told) => {
  let requests = 0
  const server = createServer((_, reply) => {
    requests++
    reply.writeHead(status, { location }).end('moved')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(fetchDirect(`${origin}/api`, { method: 'POST', body: '{}' })).rejects.toMatchObject({
    error: {
      code: 'offline',
      message: `${origin} sends requests on${told.replace('ORIGIN', origin)}.`,
      retryable: false,
    },
  })
  expect(requests).toBe(1)
  server.close()
})

test.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
  '%s is no lack of an answer',
  async (code) => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed', { cause: { code } })))
    await expect(fetchDirect('https://lua.example.com/api')).rejects.toMatchObject({
      error: {
        code: 'tls_failed',
        message: `The certificate of https://lua.example.com is not trusted here: ${code}.`,
      },
    })
  },
)

test('any other failure stays what it is', async () => {
  const failure = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
  vi.stubGlobal('fetch', () => Promise.reject(failure))
  await expect(fetchDirect('https://lua.example.com/api')).rejects.toBe(failure)
})
