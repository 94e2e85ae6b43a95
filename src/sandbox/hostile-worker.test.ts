import { runInThisContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BROKEN_MESSAGES, NO_MESSAGE } from '../../e2e/attacks/garbage.ts'
import { LIMITS } from '../contract/limits.ts'
import { FrameMessage, type PageMessage } from '../contract/protocol.ts'
import { createRelay } from './relay.ts'
import { startWorker } from './worker-pool.ts'

/** A browser's Worker, played by the test. As there, what was sent before the end may come after it. */
class PlayedWorker {
  static all: PlayedWorker[] = []
  onmessage: ((event: { data: unknown }) => void) | undefined
  onmessageerror: (() => void) | undefined
  onerror: ((event: { message: string }) => void) | undefined
  received: { type: string }[] = []
  ended = false
  constructor() {
    PlayedWorker.all.push(this)
  }
  postMessage(message: { type: string }): void {
    this.received.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  /** The worker posts a value, cloned as a browser does. */
  say(data: unknown): void {
    this.onmessage?.({ data: structuredClone(data) })
  }
}

const wasm = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))
const inputs = { source: '', index: { version: '1', integrations: [] }, clock: null, seed: null, limits: { ...LIMITS } }
let sent: FrameMessage[]
let handle: (message: PageMessage) => void

beforeEach(() => {
  vi.stubGlobal('Worker', PlayedWorker)
  ;[PlayedWorker.all, sent] = [[], []]
  handle = createRelay(
    () => startWorker('blob:worker', wasm),
    (message) => sent.push(message),
    () => undefined,
  )
  for (const run of ['hostile', 'honest']) handle({ type: 'run', run, inputs: inputs as never })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The other run goes on, and ends well. */
function expectOtherRun(): void {
  const [, other] = PlayedWorker.all
  sent.length = 0
  const result = { ok: true, values: [], memoryBytes: 1, cpuMs: 1 }
  other!.say({ type: 'output', seq: 0, text: 'right' })
  other!.say({ type: 'done', result })
  expect(sent).toEqual([
    { type: 'output', run: 'honest', seq: 0, text: 'right' },
    { type: 'done', run: 'honest', result },
  ])
}

// What breaks a message by its run alone is no fault here: a worker does not name its run.
const broken = Object.entries(BROKEN_MESSAGES).filter(([name]) => !/ (whose|without) run\b/.test(name))
// A result that is too large is the page's to refuse: only it knows the limits of a run.
const garbage = [...Object.entries(NO_MESSAGE), ...broken].filter(([name]) => !/ of twenty megabytes/.test(name))

test.each(garbage)('%s from a worker ends its run only', (_name, expression) => {
  const [hostile] = PlayedWorker.all
  hostile!.say(runInThisContext(expression.replaceAll('RUN', '"honest"')))
  hostile!.say({ type: 'output', seq: 0, text: 'late' })
  expect(hostile!.ended).toBe(true)
  expect(sent).toMatchObject([{ type: 'done', run: 'hostile', result: { ok: false, problem: { kind: 'crashed' } } }])
  expect(sent.every((message) => FrameMessage.safeParse(message).success)).toBe(true)
  expectOtherRun()
})

test.each([
  ['ready, as the frame says it', { type: 'ready' }],
  ['the end of a run, as the frame says it', { type: 'stopped', run: 'honest' }],
  ['a message of the page', { type: 'stop', run: 'honest' }],
  ['a message of the frame', { type: 'run', inputs }],
])('a worker that says %s is ended', (_name, message) => {
  PlayedWorker.all[0]!.say(message)
  expect(PlayedWorker.all[0]!.ended).toBe(true)
  expectOtherRun()
})

test('a worker cannot speak for another run, nor answer checks or be ready for the frame', () => {
  const [hostile] = PlayedWorker.all
  handle({ type: 'check', id: 3, source: 'x' })
  hostile!.say({ type: 'output', run: 'honest', seq: 0, text: 'x' })
  hostile!.say({ type: 'host', run: 'honest', id: 0, operation: 'docs.list', payload: '' })
  hostile!.say({ type: 'checked', id: 3, problem: null })
  hostile!.say({ type: 'loaded' })
  expect(sent).toEqual([
    { type: 'output', run: 'hostile', seq: 0, text: 'x' },
    { type: 'host', run: 'hostile', id: 0, operation: 'docs.list', payload: '' },
  ])
  expectOtherRun()
})

test('a worker that cannot be read, or fails, ends with its run', () => {
  const [hostile] = PlayedWorker.all
  hostile!.onmessageerror!()
  hostile!.onerror!({ message: 'x'.repeat(5_000) })
  expect(sent).toHaveLength(1)
  expect(FrameMessage.safeParse(sent[0]).success).toBe(true)
  expectOtherRun()
})

test('100,000 messages after the stop are not passed on', () => {
  const [hostile] = PlayedWorker.all
  handle({ type: 'stop', run: 'hostile' })
  for (let seq = 0; seq < 100_000; seq++) hostile!.say({ type: 'output', seq, text: '' })
  expect(sent).toEqual([{ type: 'stopped', run: 'hostile' }])
  expectOtherRun()
})

test('answers for runs that ended, never were or have no such question reach no other worker', () => {
  const reply = { ok: true, text: 'for another' } as const
  handle({ type: 'stop', run: 'hostile' })
  for (const run of ['hostile', 'none', '__proto__', 'constructor']) handle({ type: 'reply', run, id: 0, reply })
  expect(PlayedWorker.all.flatMap(({ received }) => received.map(({ type }) => type))).not.toContain('reply')
  handle({ type: 'run', run: 'honest', inputs: inputs as never })
  expect(PlayedWorker.all[1]!.received.filter(({ type }) => type === 'run')).toHaveLength(1)
  expectOtherRun()
})
