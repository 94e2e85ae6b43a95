// The page of the attack tests: the product's own runner, and the frame opened by hand for what no runner would do.
import { type RunLimits, type RunResult } from '../../src/contract/run.ts'
import { createRunner } from '../../src/run/runner.ts'
import { createSampleRuns } from './sample-runs.ts'
import { runWatched, sendGarbage } from './watched-runs.ts'

const FRAME = '/sandbox/frame.html'
const WASM = '/sandbox/lua.wasm'
const runner = createRunner({ catalogUrl: '/catalog/index.json', live: null, frameUrl: FRAME, wasmUrl: WASM })

export interface Ended {
  output: string
  result: RunResult
  /** From the call of start to the result, and from Stop to the result, by the page's clock. */
  ms: number
  stopMs: number
}

/** Runs a script to its end; `stopAfterMs` presses Stop that long after its first output. */
async function run(source: string, stopAfterMs?: number, limits: Partial<RunLimits> = {}): Promise<Ended> {
  const startedAt = performance.now()
  let stoppedAt = 0
  let output = ''
  const handle = runner.start({
    ...{ source, mode: 'demo', origin: 'mine', limits },
    onEvent(event) {
      if (event.type !== 'output') return
      if (!output && stopAfterMs !== undefined) setTimeout(stop, stopAfterMs)
      output += event.text
    },
  })
  function stop(): void {
    stoppedAt = performance.now()
    handle.stop()
  }
  const result = await handle.finished
  return { output, result, ms: performance.now() - startedAt, stopMs: performance.now() - stoppedAt }
}

/** Opens a frame as the runner would, but sends nothing. */
async function openFrame(url = FRAME, sameOrigin = false): Promise<Window> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', `allow-scripts ${sameOrigin ? 'allow-same-origin' : ''}`)
  frame.src = url
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return frame.contentWindow!
}

type Post = (target: Window, message: unknown, ports: Transferable[]) => void

/**
 * Hands ports to a frame; what the first of them hears, or `silence` after `patience` milliseconds. `post` of another
 * window makes it the sender.
 */
async function offerPorts(target: Window, count: number, patience = 1_000, post: Post = postFromHere): Promise<string> {
  const wasm = await (await fetch(WASM)).arrayBuffer()
  const channels = Array.from({ length: count }, () => new MessageChannel())
  const heard = new Promise<string>((resolve) => {
    channels[0]!.port1.onmessage = (event: MessageEvent<{ type: string }>) => resolve(event.data.type)
    setTimeout(resolve, patience, 'silence')
  })
  const ports = channels.map(({ port2 }) => port2)
  post(target, wasm, ports)
  return heard
}

function postFromHere(target: Window, message: unknown, ports: Transferable[]): void {
  target.postMessage(message, '*', ports)
}

/** What a frame of the product says to garbage, then to an honest run. */
async function tryGarbage(): Promise<string[]> {
  const wasm = await (await fetch(WASM)).arrayBuffer()
  return sendGarbage(await openFrame(), wasm, (globalThis as unknown as { garbage: () => unknown[] }).garbage)
}

const watch = (source: string) => runWatched(runner, source)

const harness = { runner, run, watch, openFrame, offerPorts, tryGarbage, sample: createSampleRuns(FRAME, WASM) }
export type Harness = typeof harness
Object.assign(globalThis, { harness })
