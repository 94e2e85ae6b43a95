import { expect, test } from 'vitest'
import { formatRequest } from './request-text.ts'

test('a request with a body', () => {
  expect(
    formatRequest({
      method: 'POST',
      url: 'https://x.upstash.io/',
      headers: [['Authorization', 'Bearer ‹rest_token›']],
      body: '["GET","a"]',
    }),
  ).toBe('POST https://x.upstash.io/\nAuthorization: Bearer ‹rest_token›\n\n["GET","a"]')
})

test('a request without one', () => {
  expect(formatRequest({ method: 'GET', url: 'https://x.upstash.io/', headers: [], body: null })).toBe(
    'GET https://x.upstash.io/',
  )
})
