import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callError } from '../contract/errors.ts'
import { createLiveApi } from './api.ts'

const request = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', request)
})
afterEach(() => {
  vi.unstubAllGlobals()
  request.mockReset()
})

function answer(status: number, body: unknown): void {
  request.mockResolvedValue(new Response(JSON.stringify(body), { status }))
}
const start = () =>
  createLiveApi().startRun({ script: 'a', origin: 'mine', catalog: '1' }, new AbortController().signal)

test('every call is a POST of its own', async () => {
  answer(200, { result: { data: { run: 'r', expiresAt: 'x' } } })
  expect(await start()).toEqual({ run: 'r', expiresAt: 'x' })
  const [url, init] = request.mock.calls[0]!
  expect([url, init?.method]).toEqual(['/api/trpc/runs.start', 'POST'])
})

test("the server's own error arrives as it was sent", async () => {
  const error = callError('no_account', 'No account.', { integration: 'upstash' })
  answer(400, {
    error: { code: -32600, message: 'No account.', data: { code: 'BAD_REQUEST', httpStatus: 400, error } },
  })
  await expect(start()).rejects.toMatchObject({ error })
})

test('no reply is offline', async () => {
  request.mockRejectedValue(new TypeError('Failed to fetch'))
  await expect(start()).rejects.toMatchObject({ error: { code: 'offline' } })
})

test('a reply that is no reply of ours is internal, not offline', async () => {
  answer(502, { error: { code: -32600, message: 'Bad gateway', data: { code: 'X', httpStatus: 502 } } })
  await expect(start()).rejects.toMatchObject({ error: { code: 'internal' } })
})
