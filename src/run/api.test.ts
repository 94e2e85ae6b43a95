import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callError, CallFailure } from '../contract/errors.ts'
import { createLiveApi } from './api.ts'
import { waitFor } from './testing/wait-for.ts'

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
const start = (signal = new AbortController().signal) =>
  createLiveApi().startRun({ script: 'a', origin: 'mine', catalog: '1' }, signal)

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

test.each([
  ['an error without a CallError', JSON.stringify({ error: { code: -32600, message: 'x', data: { code: 'X' } } })],
  ['JSON that is none of ours', '{}'],
  ["a proxy's error page", '<!doctype html><title>502 Bad Gateway</title>'],
])('%s is internal, not offline', async (_, body) => {
  request.mockResolvedValue(new Response(body, { status: 502 }))
  await expect(start()).rejects.toMatchObject({ error: { code: 'internal' } })
})

test.each([null, 5, { run: 5 }, {}])('an answer of another form, as %j, is internal', async (data) => {
  answer(200, { result: { data } })
  const unreadable = { error: { code: 'internal', message: 'The server sent a reply that cannot be read.' } }
  await expect(start()).rejects.toMatchObject(unreadable)
  answer(200, { result: { data } })
  const call = { run: 'r', script: 's', number: 1, integration: 'a', function: 'b', account: null, arguments: '{}' }
  const made = createLiveApi().makeCall({ ...call, approval: null }, new AbortController().signal)
  await expect(made).rejects.toMatchObject(unreadable)
})

test('what the fetch itself says of the failure is kept', async () => {
  const failure = new CallFailure('tls_failed', 'The certificate is not trusted.')
  request.mockRejectedValue(failure)
  await expect(start()).rejects.toBe(failure)
})

test('a request that was aborted is cancelled, not offline', async () => {
  const abort = new AbortController()
  request.mockImplementation((_, init) => {
    const { promise, reject } = Promise.withResolvers<Response>()
    init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    return promise
  })
  const started = start(abort.signal)
  await waitFor(() => expect(request).toHaveBeenCalled())
  abort.abort()
  await expect(started).rejects.toMatchObject({ error: { code: 'cancelled' } })
})
