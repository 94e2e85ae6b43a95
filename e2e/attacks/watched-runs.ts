// Runs of the attack page that are watched: how long the page stood still meanwhile, and what a frame answers to garbage.
import { LIMITS } from '../../src/contract/limits.ts'
import { type RunResult } from '../../src/contract/run.ts'
import { type Runner } from '../../src/run/runner.ts'

export interface WatchedEnd {
  result: RunResult
  /** Calls that reached a vendor. */
  calls: number
  /** The longest time for which no timer of the page could run. */
  longestPauseMs: number
}

export async function runWatched(runner: Runner, source: string): Promise<WatchedEnd> {
  let [calls, longestPauseMs, last] = [0, 0, performance.now()]
  const timer = setInterval(() => {
    longestPauseMs = Math.max(longestPauseMs, performance.now() - last)
    last = performance.now()
  }, 10)
  const handle = runner.start({
    ...{ source, mode: 'demo', origin: 'mine' },
    onEvent: (event) => void (event.type === 'call' && calls++),
  })
  const result = await handle.finished
  // What was still to come comes now.
  await new Promise((resolve) => setTimeout(resolve, 100))
  clearInterval(timer)
  return { result, calls, longestPauseMs }
}

/** Sends every value to a frame, before its port and through it, then a run. What the port hears, once ready. */
export async function sendGarbage(frame: Window, wasm: ArrayBuffer, garbage: () => unknown[]): Promise<string[]> {
  const heard: string[] = []
  for (const value of garbage()) {
    frame.postMessage(value, '*')
    // A buffer with a port is what the frame waits for; only its own page can send it.
    if (value instanceof ArrayBuffer) continue
    frame.postMessage(value, '*', [new MessageChannel().port1])
  }
  const { port1, port2 } = new MessageChannel()
  const done = Promise.withResolvers<string[]>()
  port1.onmessage = (event: MessageEvent<{ type: string }>) => {
    heard.push(event.data.type)
    if (event.data.type === 'ready') {
      for (const value of garbage()) port1.postMessage(value)
      const inputs = { source: 'print(1)', index: { version: '', integrations: [] }, clock: 0, seed: 1, limits: LIMITS }
      port1.postMessage({ type: 'run', run: 'honest', inputs })
    }
    if (event.data.type === 'done') done.resolve(heard)
  }
  frame.postMessage(wasm, '*', [port2])
  return done.promise
}
