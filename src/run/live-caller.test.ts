import { expect, test, vi } from 'vitest'
import { type ApprovalRequest, type Call, type CallOutcome } from '../contract/call.ts'
import { callError, CallFailure } from '../contract/errors.ts'
import { hashScript } from '../contract/script.ts'
import { type LiveApi } from './live.ts'
import { createLiveCaller, type LiveRunOptions } from './live-caller.ts'
import { waitFor } from './testing/wait-for.ts'

const call: Call = { integration: 'upstash', function: 'set_key', account: null, arguments: '{"key":"a"}', line: 1 }
const value: CallOutcome = { ok: true, value: '1', account: 'default', exchanges: [] }
const approval: ApprovalRequest = {
  ...{ id: 'q1', integration: 'upstash', function: 'set_key', account: 'work', effect: 'write', arguments: '{}' },
  ...{ preview: { method: 'POST', url: 'https://x.test', headers: [], body: null }, mayAllowRun: true },
  ...{ inverse: null, expiresAt: '2026-01-01T00:00:00Z' },
}
const asks: CallOutcome = {
  ...{ ok: false, account: 'work', exchanges: [], approval },
  error: callError('approval_required', 'Allow it?'),
}

function setUp(outcomes: (CallOutcome | Error)[], options: Partial<LiveRunOptions> = {}) {
  const api = {
    startRun: vi.fn<LiveApi['startRun']>(() => Promise.resolve({ run: 'r1', expiresAt: '' })),
    finishRun: vi.fn<LiveApi['finishRun']>(() => Promise.resolve()),
    makeCall: vi.fn<LiveApi['makeCall']>(() => {
      const outcome = outcomes.shift()!
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
    }),
    decide: vi.fn<LiveApi['decide']>(() => Promise.resolve()),
  }
  const ask = vi.fn<LiveRunOptions['ask']>(() => Promise.resolve('once'))
  const logged = { number: 4, setWaiting: vi.fn(), finish: vi.fn() }
  const caller = createLiveCaller({
    ...{ api, ask, source: 'print(1)', origin: 'mine', catalog: 'v1', accounts: { upstash: { default: 'work' } } },
    ...{ signal: new AbortController().signal, ...options },
  })
  return { api, ask, logged, finish: caller.finish, make: () => caller.call(call, logged) }
}

test('the run is started once, under the hash of the script; each call carries it and its number', async () => {
  const { api, make } = setUp([value, value])
  expect(await make()).toEqual(value)
  await make()
  const script = await hashScript('print(1)')
  expect(api.startRun.mock.calls.map(([input]) => input)).toEqual([
    { script, origin: 'mine', catalog: 'v1', accounts: { upstash: { default: 'work' } } },
  ])
  expect(api.makeCall.mock.calls[0]![0]).toEqual({
    ...{ run: 'r1', script, number: 4, integration: 'upstash', function: 'set_key', account: null },
    ...{ arguments: '{"key":"a"}', approval: null },
  })
})

test('a question is put to the reader, and the allowed call repeated under its number', async () => {
  const { api, ask, logged, make } = setUp([asks, value])
  expect(await make()).toEqual(value)
  expect(ask).toHaveBeenCalledWith(4, approval)
  expect(api.decide.mock.calls[0]![0]).toEqual({ approval: 'q1', decision: 'once' })
  expect(api.makeCall.mock.calls.map(([{ number, approval: used }]) => [number, used])).toEqual([
    [4, null],
    [4, 'q1'],
  ])
  expect(logged.setWaiting.mock.calls).toEqual([[true], [false]])
})

test('a denied call is an error that the script can catch, and is never made', async () => {
  const { api, make } = setUp([asks], { ask: () => Promise.resolve('deny') })
  const outcome = await make()
  expect(outcome).toMatchObject({ ok: false, account: 'work', error: { code: 'denied', function: 'set_key' } })
  expect(api.decide.mock.calls[0]![0]).toEqual({ approval: 'q1', decision: 'deny' })
  expect(api.makeCall).toHaveBeenCalledTimes(1)
})

test('a server that never stops asking is believed three times', async () => {
  const { ask, make } = setUp([asks, asks, asks, asks])
  expect(await make()).toMatchObject({ ok: false, error: { code: 'approval_required' } })
  expect(ask).toHaveBeenCalledTimes(3)
})

test.each(['not_signed_in', 'offline', 'stale_page'] as const)('%s reaches the script as it is', async (code) => {
  const { make } = setUp([new CallFailure(code, 'No.')])
  expect(await make()).toMatchObject({ ok: false, error: { code, integration: 'upstash', function: 'set_key' } })
})

test('a start that failed is tried again with the next call', async () => {
  const { api, make } = setUp([value])
  api.startRun.mockRejectedValueOnce(new CallFailure('offline', 'No connection.'))
  expect(await make()).toMatchObject({ ok: false, error: { code: 'offline' } })
  expect(await make()).toEqual(value)
})

test('Stop aborts what is under way and cancels what waits', async () => {
  const abort = new AbortController()
  const { api, make } = setUp([asks], {
    ...{ signal: abort.signal, ask: () => Promise.reject(new Error('The run was stopped.')) },
  })
  abort.abort()
  expect(await make()).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(api.makeCall.mock.calls[0]![1].aborted).toBe(true)
  expect(api.decide).not.toHaveBeenCalled()
})

test('the end of the run is told to the server, but only where it knows the run', async () => {
  const unused = setUp([])
  unused.finish()
  expect(unused.api.finishRun).not.toHaveBeenCalled()
  const used = setUp([value])
  await used.make()
  used.finish()
  await waitFor(() => expect(used.api.finishRun).toHaveBeenCalledWith({ run: 'r1' }))
})
