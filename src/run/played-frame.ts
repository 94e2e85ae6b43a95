// The page's side of a run whose frame and whose vendor are played by a test.
import { expect, onTestFinished, vi } from 'vitest'
import { type Call, type CallOutcome } from '../contract/call.ts'
import { LIMITS } from '../contract/limits.ts'
import { type PageMessage } from '../contract/protocol.ts'
import { type RunResult } from '../contract/run.ts'
import { type RunEvent } from './run-events.ts'
import { createSandbox } from './sandbox-client.ts'
import { startRun } from './start-run.ts'

export type Post = (message: unknown, transfer?: Transferable[]) => void
/** What a frame does with each message of the page. */
export type Behaviour = (message: PageMessage, post: Post) => void

const index = { version: '1', integrations: [] }
const payload = JSON.stringify({ integration: 'x', function: 'y', account: null, arguments: '{}', line: 2 })
const answered: CallOutcome = { ok: true, value: '"v"', account: 'work', exchanges: [] }

export const output = (run: string, seq: number, text = '') => ({ type: 'output', run, seq, text })
export const ask = (run: string, id: number, operation = 'call', text = payload) => ({
  ...{ type: 'host', run, id, operation, payload: text },
})
export const done = (run: string) => ({
  ...{ type: 'done', run, result: { ok: true, values: [], memoryBytes: 1, cpuMs: 1 } },
})

/** Prints one piece, makes one call, ends. */
export const honest: Behaviour = (message, post) => {
  if (message.type === 'run') [output(message.run, 0, 'right'), ask(message.run, 0)].forEach((each) => post(each))
  if (message.type === 'reply') post(done(message.run))
  if (message.type === 'stop') post({ type: 'stopped', run: message.run })
}

/** Says its messages when its first run begins, and is honest about the rest. */
export function say(make: (run: string) => unknown[]): Behaviour {
  let first: string | undefined
  return (message, post) => {
    if (message.type === 'run' && !first) make((first = message.run)).forEach((each) => post(each))
    else if (message.type !== 'reply' || message.run !== first) honest(message, post)
  }
}

/**
 * Frames are closed after the test, and whatever they did, no object has what they tried to give to all.
 *
 * @param behaviours of the frames, in the order in which they are opened; the last one stays
 */
export function play(...behaviours: Behaviour[]) {
  const opened: { removed: boolean }[] = []
  const caller = vi.fn<(call: Call) => Promise<CallOutcome>>().mockResolvedValue(answered)
  const sandbox = createSandbox(openFrame)
  onTestFinished(() => {
    sandbox.close()
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  function openFrame() {
    const { port1, port2 } = new MessageChannel()
    const behave = behaviours[Math.min(opened.length, behaviours.length - 1)]!
    const frame = { removed: false }
    opened.push(frame)
    const post: Post = (message, transfer = []) => port2.postMessage(message, transfer)
    port2.onmessage = (event: MessageEvent<PageMessage>) => behave(event.data, post)
    post({ type: 'ready' })
    // As in a browser, what the frame sent before it was removed has still to come.
    return Promise.resolve({ port: port1, remove: () => void (frame.removed = true) })
  }

  async function run(): Promise<{ result: RunResult; events: RunEvent[] }> {
    const events: RunEvent[] = []
    const handle = startRun(
      {
        sandbox,
        catalog: {
          readIndex: () => Promise.resolve(index),
          readIntegration: () => Promise.resolve({ index, integrations: {} }),
          prefetch: () => undefined,
        },
        limits: LIMITS,
        ...{ demo: () => caller, live: null, readPage: () => Promise.resolve('# Page') },
      },
      { source: 'print(1)', mode: 'demo', origin: 'mine', onEvent: (event) => events.push(event) },
    )
    return { result: await handle.finished, events }
  }

  return {
    run,
    caller,
    opened,
    close: sandbox.close,
    /** What the next run comes to, which has to be the same whatever went before. */
    async runHonestly() {
      caller.mockReset().mockResolvedValue(answered)
      const { result, events } = await run()
      return [result.ok, ...events.map(({ type }) => type), caller.mock.calls.length]
    },
  }
}

export const RAN_HONESTLY = [true, 'started', 'output', 'call', 'call', 'done', 1]
