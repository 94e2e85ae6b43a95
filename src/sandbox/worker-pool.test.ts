import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startWorker, type WorkerListener } from './worker-pool.ts'

/** A worker as the browser gives it, played by the test. */
class FakeWorker {
  static last: FakeWorker
  onmessage?: (event: { data: unknown }) => void
  onmessageerror?: () => void
  onerror?: (event: { message: string }) => void
  postMessage = vi.fn()
  terminate = vi.fn()

  constructor() {
    FakeWorker.last = this
  }
}

// The smallest module that WebAssembly takes: its magic number and version.
const module = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function setUp() {
  const worker = startWorker('blob:x', module)
  const listener = { onMessage: vi.fn<WorkerListener['onMessage']>(), onCrash: vi.fn<WorkerListener['onCrash']>() }
  return { worker, listener, fake: FakeWorker.last }
}

test('a worker is given Lua before anything else', () => {
  expect(setUp().fake.postMessage.mock.calls).toEqual([[{ type: 'load', module }]])
})

test('what a spare says before anyone listens is kept', () => {
  const { worker, listener, fake } = setUp()
  fake.onmessage?.({ data: { type: 'loaded' } })
  worker.listen(listener)
  expect(listener.onMessage.mock.calls).toEqual([[{ type: 'loaded' }]])
})

test.each([
  ['garbage', 'garbage'],
  ['a type that only the frame may use', { type: 'stopped', run: 'a' }],
  ['a payload that is too large', { type: 'host', id: 0, operation: 'call', payload: 'x'.repeat(2_000_000) }],
])('%s ends the worker', (_, data) => {
  const { worker, listener, fake } = setUp()
  worker.listen(listener)
  fake.onmessage?.({ data })
  expect(fake.terminate).toHaveBeenCalled()
  expect(listener.onCrash).toHaveBeenCalledWith(expect.stringContaining('not part of the protocol'))
  expect(listener.onMessage).not.toHaveBeenCalled()
})

test('a crash before anyone listens is told when someone does', () => {
  const { worker, listener, fake } = setUp()
  fake.onerror?.({ message: 'no memory' })
  worker.listen(listener)
  expect(listener.onCrash).toHaveBeenCalledWith('The worker failed: no memory')
})
