import { afterEach, expect, test, vi } from 'vitest'
import { type CallOutcome } from '../contract/call.ts'
import { LIMITS } from '../contract/limits.ts'
import { type RunInputs } from '../contract/run.ts'
import { type LiveApi } from './live.ts'
import { type RunEvent, type RunRequest } from './run-events.ts'
import { type RunMessage, type SandboxListener } from './sandbox-client.ts'
import { type RunParts, startRun } from './start-run.ts'
import { waitFor } from './testing/wait-for.ts'

const index = { version: '1', integrations: [] }
const payload = JSON.stringify({ integration: 'x', function: 'y', account: null, arguments: '{}', line: 2 })
const answered: CallOutcome = { ok: true, value: '"v"', account: 'work', exchanges: [] }

/** A run whose sandbox is played by the test. */
async function setUp(request: Partial<RunRequest> = {}, parts: Partial<RunParts> = {}) {
  const events: RunEvent[] = []
  const sandbox = { reply: vi.fn(), stop: vi.fn() }
  let listener: SandboxListener | undefined
  let given: RunInputs | undefined
  const handle = startRun(
    {
      sandbox: {
        run(_id, inputs, heard) {
          ;[given, listener] = [inputs, heard]
          heard.onStart()
          return sandbox
        },
        ...{ warm: () => undefined, check: () => Promise.resolve(null), close: () => undefined },
      },
      catalog: {
        readIndex: () => Promise.resolve(index),
        readIntegration: () => Promise.resolve({ index, integrations: {} }),
        prefetch: () => undefined,
      },
      limits: LIMITS,
      ...{ demo: () => () => Promise.resolve(answered), live: null, readPage: () => Promise.resolve('# Page') },
      ...parts,
    },
    { source: '', mode: 'demo', origin: 'mine', onEvent: (event) => events.push(event), ...request },
  )
  await waitFor(() => expect(listener !== undefined || events.length > 0).toBe(true))
  const say = (message: Record<string, unknown>): void => listener?.onMessage({ run: '', ...message } as RunMessage)
  const ask = (id: number, operation = 'call', text = payload): void => {
    say({ type: 'host', id, operation, payload: text })
  }
  const done = (): void => say({ type: 'done', result: { ok: true, values: [], memoryBytes: 1, cpuMs: 1 } })
  return {
    events,
    sandbox,
    handle,
    say,
    ask,
    done,
    lose: (reason: string) => listener?.onLost(reason),
    given: () => given,
  }
}

afterEach(() => {
  vi.useRealTimers()
})

test('a run reports its start, output, calls and end, in order', async () => {
  const { events, sandbox, handle, say, ask, done } = await setUp()
  say({ type: 'output', seq: 0, text: 'one\n' })
  ask(0)
  await waitFor(() => expect(sandbox.reply).toHaveBeenCalledWith(0, { ok: true, text: '"v"' }))
  done()
  expect((await handle.finished).ok).toBe(true)
  expect(events.map(({ type }) => type)).toEqual(['started', 'output', 'call', 'call', 'done'])
  const records = events.flatMap((event) => (event.type === 'call' ? [event.record] : []))
  expect(records.map(({ number, status, account, value }) => ({ number, status, account, value }))).toEqual([
    { number: 1, status: 'running', account: null, value: null },
    { number: 1, status: 'ok', account: 'work', value: '"v"' },
  ])
})

test('Demo stands still in time, Live does not', async () => {
  const demo = await setUp()
  expect(demo.given()).toMatchObject({ clock: Date.UTC(2026, 0, 15, 12), seed: 1 })
  const live = await setUp({ mode: 'live' }, { live: {} as LiveApi })
  expect(live.given()).toMatchObject({ clock: null, seed: null })
  for (const { handle } of [demo, live]) handle.stop()
})

test('Live lists the accounts of the reader, Demo none', async () => {
  const accountNames = { upstash: ['default', 'work'] }
  const demo = await setUp({ accountNames })
  expect(demo.given()).not.toHaveProperty('accounts')
  const live = await setUp({ mode: 'live', accountNames }, { live: {} as LiveApi })
  expect(live.given()).toMatchObject({ accounts: accountNames })
  for (const { handle } of [demo, live]) handle.stop()
})

test('a crash, a stop and a loss each end the run once, and nothing is reported after it', async () => {
  const crashed = await setUp()
  crashed.ask(1)
  crashed.ask(2)
  expect(await crashed.handle.finished).toMatchObject({ ok: false, problem: { kind: 'crashed' } })
  expect(crashed.sandbox.stop).toHaveBeenCalledOnce()
  const stopped = await setUp()
  stopped.handle.stop()
  stopped.handle.stop()
  stopped.say({ type: 'output', seq: 0, text: 'late' })
  stopped.done()
  expect(stopped.events.map(({ type }) => type)).toEqual(['started', 'done'])
  expect(await stopped.handle.finished).toMatchObject({ problem: { kind: 'stopped' } })
  const lost = await setUp()
  lost.lose('The frame is gone.')
  expect(await lost.handle.finished).toMatchObject({ problem: { kind: 'crashed', message: 'The frame is gone.' } })
})

test('a stopped run cancels its call, and an answer that comes later goes nowhere', async () => {
  const answer = Promise.withResolvers<CallOutcome>()
  const { events, sandbox, handle, ask } = await setUp({}, { demo: () => () => answer.promise })
  ask(0)
  handle.stop()
  expect(events.slice(-2)).toMatchObject([
    { type: 'call', record: { number: 1, status: 'failed', error: { code: 'cancelled' } } },
    { type: 'done' },
  ])
  answer.resolve(answered)
  await handle.finished
  await Promise.resolve()
  expect(sandbox.reply).not.toHaveBeenCalled()
})

test('calls beyond the limit, and calls that cannot be read, are errors of the script', async () => {
  const { sandbox, handle, ask } = await setUp({ limits: { callsPerRun: 1 } })
  for (const [id, text] of ['{', payload, payload].entries()) {
    ask(id, 'call', text)
    await waitFor(() => expect(sandbox.reply).toHaveBeenCalledTimes(id + 1))
  }
  const codes = sandbox.reply.mock.calls.map(([, reply]) => (reply.ok ? 'ok' : reply.error.code))
  expect(codes).toEqual(['bad_request', 'ok', 'call_limit'])
  handle.stop()
})

test('a linked script never runs Live, and nothing runs Live without a server', async () => {
  const live = { startRun: vi.fn() } as unknown as LiveApi
  const linked = await setUp({ mode: 'live', origin: 'link' }, { live })
  expect(await linked.handle.finished).toMatchObject({ problem: { kind: 'stopped', error: { code: 'denied' } } })
  const alone = await setUp({ mode: 'live' })
  expect(await alone.handle.finished).toMatchObject({ problem: { kind: 'stopped', error: { code: 'offline' } } })
})

test('a source that is too long is refused before anything is loaded', async () => {
  const { handle, given } = await setUp({ source: 'é'.repeat(10), limits: { sourceBytes: 19 } })
  expect(await handle.finished).toMatchObject({ problem: { kind: 'limit', error: { code: 'source_too_large' } } })
  expect(given()).toBeUndefined()
})

test('the clock stands still while a call is awaited', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  const answer = Promise.withResolvers<CallOutcome>()
  const limits = { cpuMs: 1_000, wallMs: 60_000 }
  const { events, sandbox, ask, handle } = await setUp({ limits }, { demo: () => () => answer.promise })
  ask(0)
  vi.advanceTimersByTime(30_000)
  expect(events.map(({ type }) => type)).toEqual(['started', 'call'])
  answer.resolve(answered)
  await waitFor(() => expect(sandbox.reply).toHaveBeenCalled())
  vi.advanceTimersByTime(4_000)
  expect(await handle.finished).toMatchObject({ problem: { kind: 'limit', error: { code: 'cpu_limit' } } })
})
