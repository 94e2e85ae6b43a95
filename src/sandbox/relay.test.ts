import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LIMITS } from '../contract/limits.ts'
import { type FrameMessage, type PageMessage } from '../contract/protocol.ts'
import { type RunProblem, type RunResult } from '../contract/run.ts'
import { createRelay } from './relay.ts'
import { type SandboxWorker, type WorkerListener } from './worker-pool.ts'
import { type ToWorker } from './worker-protocol.ts'

interface FakeWorker extends SandboxWorker {
  received: ToWorker[]
  ended: boolean
  listener: WorkerListener
}

let workers: FakeWorker[]
let sent: FrameMessage[]
let handle: (message: PageMessage) => void

function startFake(): SandboxWorker {
  const worker: FakeWorker = {
    ...{ received: [], ended: false, listener: { onMessage: () => undefined, onCrash: () => undefined } },
    send: (message) => worker.received.push(message),
    listen: (listener) => (worker.listener = listener),
    terminate: () => (worker.ended = true),
  }
  workers.push(worker)
  return worker
}

afterEach(() => {
  vi.useRealTimers()
})
beforeEach(() => {
  ;[workers, sent] = [[], []]
  handle = createRelay(
    startFake,
    (message) => sent.push(message),
    (act, ms) => setTimeout(act, ms),
  )
})

const inputs = {
  ...{ source: '', index: { version: '1', integrations: [] }, clock: null, seed: null, limits: { ...LIMITS } },
}
const result: RunResult = { ok: true, values: [], memoryBytes: 1, cpuMs: 1 }

test('the frame is ready when the first worker is', () => {
  expect(sent).toEqual([])
  workers[0]!.listener.onMessage({ type: 'loaded' })
  expect(sent).toEqual([{ type: 'ready' }])
})

const received = () => workers.map((worker) => worker.received.map(({ type }) => type))

test.each<[string, () => void]>([
  ['the run has ended', () => workers[0]!.listener.onMessage({ type: 'done', result })],
  ['the run was stopped', () => handle({ type: 'stop', run: 'a' })],
  ['the run has gone on for a moment', () => vi.runAllTimers()],
])('a run takes the spare, and the next spare starts when %s', (_when, happen) => {
  vi.useFakeTimers()
  handle({ type: 'run', run: 'a', inputs })
  expect(received()).toEqual([['run']])
  happen()
  vi.runAllTimers()
  expect(received()).toEqual([['run'], []])
})

test('two runs at once have a worker each, and leave one spare', () => {
  handle({ type: 'run', run: 'a', inputs })
  handle({ type: 'run', run: 'b', inputs })
  expect(received()).toEqual([['run'], ['run']])
  for (const run of ['a', 'b']) handle({ type: 'stop', run })
  expect(received()).toEqual([['run'], ['run'], []])
})

test('the frame names the run, whatever the worker says', () => {
  handle({ type: 'run', run: 'a', inputs })
  handle({ type: 'run', run: 'b', inputs })
  const forged = { type: 'output', seq: 0, text: 'x', run: 'b' } as const
  workers[0]!.listener.onMessage(forged)
  expect(sent).toEqual([{ type: 'output', seq: 0, text: 'x', run: 'a' }])
})

test('a worker ends with its run, and is not heard after it', () => {
  handle({ type: 'run', run: 'a', inputs })
  workers[0]!.listener.onMessage({ type: 'done', result })
  workers[0]!.listener.onMessage({ type: 'done', result })
  expect(workers[0]!.ended).toBe(true)
  expect(sent).toEqual([{ type: 'done', run: 'a', result }])
  handle({ type: 'reply', run: 'a', id: 0, reply: { ok: true, text: '' } })
  expect(workers[0]!.received.map(({ type }) => type)).toEqual(['run'])
})

test('Stop ends the worker, and says so also when there is none', () => {
  handle({ type: 'run', run: 'a', inputs })
  handle({ type: 'stop', run: 'a' })
  handle({ type: 'stop', run: 'unknown' })
  expect(workers[0]!.ended).toBe(true)
  expect(sent).toEqual([
    { type: 'stopped', run: 'a' },
    { type: 'stopped', run: 'unknown' },
  ])
})

test('a crash is the end of its run only', () => {
  handle({ type: 'run', run: 'a', inputs })
  handle({ type: 'run', run: 'b', inputs })
  workers[0]!.listener.onCrash('It broke.')
  workers[1]!.listener.onMessage({ type: 'host', id: 0, operation: 'docs.list', payload: '' })
  expect(sent).toMatchObject([
    { type: 'done', run: 'a', result: { ok: false, problem: { kind: 'crashed', message: 'It broke.' } } },
    { type: 'host', run: 'b' },
  ])
})

test('checks share one worker; when it crashes, what it owed is answered and there is a new one', () => {
  for (const id of [0, 1]) handle({ type: 'check', id, source: 'x' })
  const checker = workers[1]!
  expect(checker.received).toHaveLength(2)
  checker.listener.onMessage({ type: 'checked', id: 0, problem: null })
  checker.listener.onMessage({ type: 'checked', id: 0, problem: null })
  checker.listener.onCrash('It broke.')
  expect(sent).toMatchObject([
    { type: 'checked', id: 0, problem: null },
    { type: 'checked', id: 1, problem: { kind: 'crashed', message: 'It broke.' } },
  ])
  handle({ type: 'check', id: 2, source: 'z' })
  expect(workers[2]!.received).toEqual([{ type: 'check', id: 2, source: 'z' }])
})

test('a checker whose Lua crashed is replaced', () => {
  const problem: RunProblem = {
    kind: 'crashed',
    message: 'Bad memory.',
    line: null,
    column: null,
    traceback: [],
    error: null,
  }
  handle({ type: 'check', id: 0, source: 'x' })
  workers[1]!.listener.onMessage({ type: 'checked', id: 0, problem })
  expect(workers[1]!.ended).toBe(true)
  handle({ type: 'check', id: 1, source: 'x' })
  expect(workers).toHaveLength(3)
})
