import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LIMITS, MOST } from '../contract/limits.ts'
import { type PageMessage } from '../contract/protocol.ts'
import { type RunInputs } from '../contract/run.ts'
import { createSandbox, type RunMessage, type Sandbox } from './sandbox-client.ts'
import { waitFor } from './testing/wait-for.ts'

const inputs: RunInputs = {
  ...{ source: 'print(1)', index: { version: '1', integrations: [] }, clock: null, seed: null },
  limits: { ...LIMITS },
}
const done = (run: string) => ({
  ...{ type: 'done', run },
  result: { ok: true, values: [], memoryBytes: 1, cpuMs: 1 },
})

/** Frames opened so far; each is one end of a real channel, played by the test. */
let frames: { port: MessagePort; received: PageMessage[]; removed: boolean }[]
let sandbox: Sandbox

function openFake(greeting: unknown = { type: 'ready' }) {
  const { port1, port2 } = new MessageChannel()
  const frame = { port: port2, received: [] as PageMessage[], removed: false }
  port2.onmessage = (event: MessageEvent<PageMessage>) => frame.received.push(event.data)
  frames.push(frame)
  port2.postMessage(greeting)
  return Promise.resolve({
    port: port1,
    remove() {
      frame.removed = true
      port1.close()
    },
  })
}

beforeEach(() => {
  frames = []
  sandbox = createSandbox(openFake)
})
afterEach(() => {
  sandbox.close()
  vi.useRealTimers()
})

/** Starts a run and waits until the frame has it. */
async function start(run: string) {
  const messages: RunMessage[] = []
  const lost: string[] = []
  const handle = sandbox.run(run, inputs, {
    onStart: () => undefined,
    onMessage: (message) => messages.push(message),
    onLost: (reason) => lost.push(reason),
  })
  await waitFor(() => expect(frames.at(-1)?.received).toContainEqual({ type: 'run', run, inputs }))
  return { handle, messages, lost, frame: frames.at(-1)! }
}

/** Clocks that the test moves on by itself; longer than anything may take. */
const STOPPED = { toFake: ['setTimeout', 'clearTimeout'] } satisfies Parameters<typeof vi.useFakeTimers>[0]
const A_MINUTE = 60_000
const realTimeout = setTimeout
/** Long enough for messages that are to be dropped to have come. */
const settle = () => new Promise((resolve) => realTimeout(resolve, 20))

test('one frame serves all runs, and each run hears its own messages', async () => {
  const [a, b] = [await start('a'), await start('b')]
  expect(frames).toHaveLength(1)
  a.frame.port.postMessage({ type: 'output', run: 'b', seq: 0, text: 'for b' })
  a.frame.port.postMessage(done('a'))
  await waitFor(() => expect([a.messages, b.messages]).toMatchObject([[{ type: 'done' }], [{ text: 'for b' }]]))
})

test('messages of unknown, ended and stopped runs are dropped', async () => {
  const { messages, lost, frame, handle } = await start('a')
  frame.port.postMessage({ type: 'output', run: 'other', seq: 0, text: 'x' })
  frame.port.postMessage(done('a'))
  frame.port.postMessage(done('a'))
  frame.port.postMessage({ type: 'output', run: 'a', seq: 0, text: 'late' })
  await settle()
  handle.reply(0, { ok: true, text: '' })
  await settle()
  expect(messages).toHaveLength(1)
  expect(lost).toEqual([])
  expect(frame.received.filter(({ type }) => type === 'reply')).toEqual([])
})

test.each([
  ['not an object', 'garbage'],
  ['an unknown type', { type: 'eval', code: '1' }],
  ['a field of the wrong type', { type: 'output', run: 'a', seq: '0', text: 'x' }],
  ['a payload that is too large', { type: 'host', run: 'a', id: 0, operation: 'call', payload: 'x'.repeat(2_000_000) }],
  ['output that is too large', { type: 'output', run: 'a', seq: 0, text: 'x'.repeat(MOST.outputBytes * 2 + 1) }],
  ['an operation that does not exist', { type: 'host', run: 'a', id: 0, operation: 'fetch', payload: '' }],
  ['a second ready', { type: 'ready' }],
])('%s ends the frame and its runs; the next run gets a new frame', async (_, message) => {
  const { lost, frame } = await start('a')
  frame.port.postMessage(message)
  await waitFor(() => expect(lost).toHaveLength(1))
  await waitFor(() => expect(frame.removed).toBe(true))
  await start('b')
  expect(frames).toHaveLength(2)
})

test('a flood of messages for no run ends the frame', async () => {
  const { lost, frame } = await start('a')
  for (let seq = 0; seq < 5_001; seq++) frame.port.postMessage({ type: 'output', run: 'none', seq, text: '' })
  await waitFor(() => expect(lost).toHaveLength(1))
})

test('a frame that does not confirm a stop is removed', async () => {
  const { handle, frame } = await start('a')
  vi.useFakeTimers(STOPPED)
  handle.stop()
  await waitFor(() => expect(frame.received).toContainEqual({ type: 'stop', run: 'a' }))
  expect(frame.removed).toBe(false)
  vi.advanceTimersByTime(A_MINUTE)
  await waitFor(() => expect(frame.removed).toBe(true))
})

test('a frame that confirms a stop stays', async () => {
  const { handle } = await start('a')
  const { frame, messages } = await start('b')
  vi.useFakeTimers(STOPPED)
  handle.stop()
  await waitFor(() => expect(frame.received).toContainEqual({ type: 'stop', run: 'a' }))
  frame.port.postMessage({ type: 'stopped', run: 'a' })
  // Messages come in order.
  frame.port.postMessage(done('b'))
  await waitFor(() => expect(messages).toHaveLength(1))
  vi.advanceTimersByTime(A_MINUTE)
  await settle()
  expect(frame.removed).toBe(false)
})

test('a run that is stopped while the frame still opens costs the next one nothing, however long that takes', async () => {
  const opened = Promise.withResolvers<undefined>()
  const slow = createSandbox(() => opened.promise.then(() => openFake()))
  const lost = vi.fn()
  const listener = { onStart: vi.fn(), onMessage: vi.fn(), onLost: lost }
  vi.useFakeTimers(STOPPED)
  slow.run('a', inputs, listener).stop()
  slow.run('b', inputs, listener)
  await settle()
  vi.advanceTimersByTime(A_MINUTE)
  opened.resolve(undefined)
  await waitFor(() => expect(frames[0]?.received.map(({ type }) => type)).toEqual(['stop', 'run']))
  frames[0]!.port.postMessage({ type: 'stopped', run: 'a' })
  frames[0]!.port.postMessage(done('b'))
  await waitFor(() => expect(listener.onMessage).toHaveBeenCalledTimes(1))
  vi.advanceTimersByTime(A_MINUTE)
  expect(lost).not.toHaveBeenCalled()
  slow.close()
})

test.each([
  ['a failure', { type: 'failed', message: 'no wasm' }, /no wasm/],
  ['anything but ready', { type: 'stopped', run: 'a' }, /out of turn/],
])('a frame that greets with %s loses the run', async (_, greeting, reason) => {
  const broken = createSandbox(() => openFake(greeting))
  const lost = Promise.withResolvers<string>()
  broken.run('a', inputs, { onStart: vi.fn(), onMessage: vi.fn(), onLost: lost.resolve })
  expect(await lost.promise).toMatch(reason)
})

test('a frame that cannot be opened loses the run, and is tried again', async () => {
  const open = vi.fn(openFake).mockRejectedValueOnce(new Error('offline'))
  const flaky = createSandbox(open)
  const lost = Promise.withResolvers<string>()
  flaky.run('a', inputs, { onStart: vi.fn(), onMessage: vi.fn(), onLost: lost.resolve })
  expect(await lost.promise).toBe('The sandbox did not start: offline')
  const started = Promise.withResolvers<undefined>()
  flaky.run('b', inputs, { onStart: () => started.resolve(undefined), onMessage: vi.fn(), onLost: vi.fn() })
  await started.promise
  flaky.close()
})

test('a check is answered once, and by a problem when the frame is lost', async () => {
  const first = sandbox.check('x =')
  await waitFor(() => expect(frames[0]?.received).toEqual([{ type: 'check', id: 0, source: 'x =' }]))
  frames[0]!.port.postMessage({ type: 'checked', id: 7, problem: null })
  frames[0]!.port.postMessage({ type: 'checked', id: 0, problem: null })
  expect(await first).toBeNull()
  const second = sandbox.check('y =')
  sandbox.close()
  expect(await second).toMatchObject({ kind: 'crashed' })
})
