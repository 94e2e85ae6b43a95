// The page of the benchmark: the product's own runner and frame, and the bare frame that they are compared with.
import { LIMITS } from '../../../src/contract/limits.ts'
import { catalogUrl } from '../../../src/catalog/manifest.generated.ts'
import { openFrame } from '../../../src/run/sandbox-frame.ts'
import { createRunner, type Runner } from '../../../src/run/runner.ts'
import { type EchoRequest } from './echo-frame.ts'

const urls = { frameUrl: '/sandbox/frame.html', wasmUrl: '/sandbox/lua.wasm' }
const echo = await openFrame('/echo.html', urls.wasmUrl)
let warm: Runner | undefined

function startRunner(): Runner {
  return createRunner({ catalogUrl, live: null, ...urls })
}

/** Runs a script as a page does, with the real clock. Milliseconds from the call to the result. */
async function runWith(runner: Runner, source: string, callsPerRun: number = LIMITS.callsPerRun) {
  let output = ''
  const at: number[] = []
  const began = performance.now()
  const { finished } = runner.start({
    ...{ source, mode: 'demo', origin: 'mine', clock: null, limits: { callsPerRun } },
    onEvent(event) {
      if (event.type !== 'output') return
      output += event.text
      at.push(performance.now())
    },
  })
  const result = await finished
  const ms = performance.now() - began
  if (!result.ok) throw new Error(result.problem.message)
  return { output, ms, at }
}

const run = (source: string) => runWith((warm ??= startRunner()), source)

/** From nothing to the first result: frame, WebAssembly, worker, state. */
async function startCold(source: string): Promise<number> {
  const runner = startRunner()
  const { ms } = await runWith(runner, source)
  runner.close()
  return ms
}

/** Milliseconds of so many calls, one after the other: from the output before them to the output after them. */
async function makeCalls(line: string, count: number): Promise<number> {
  const source = `print('begin') for _ = 1, ${count} do ${line} end print('end')`
  const { at } = await runWith((warm ??= startRunner()), source, count)
  return at.at(-1)! - at[0]!
}

/** Milliseconds from Stop to the frame's word that the worker is gone, of a script that never ends. */
async function stopRun(): Promise<number> {
  const { port, remove } = await openFrame(urls.frameUrl, urls.wasmUrl)
  const hear = listen(port)
  await hear('ready')
  const index = { version: '', integrations: [] }
  const inputs = { source: 'print(1) while true do end', index, clock: null, seed: null, limits: LIMITS }
  port.postMessage({ type: 'run', run: 'a', inputs })
  await hear('output')
  // Nobody presses Stop in the very moment in which the next worker loads.
  await new Promise((resolve) => setTimeout(resolve, 300))
  const began = performance.now()
  port.postMessage({ type: 'stop', run: 'a' })
  await hear('stopped')
  const ms = performance.now() - began
  remove()
  return ms
}

/** The echo frame's answer to one request, in milliseconds. */
async function askEcho(request: EchoRequest): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  echo.port.onmessage = ({ data }: MessageEvent<{ type: string }>) => {
    if (data.type === 'ask') echo.port.postMessage(data)
    else resolve(data)
  }
  const began = performance.now()
  echo.port.postMessage(request)
  await promise
  return performance.now() - began
}

/** Waits for a message of a type, and lets others pass. */
function listen(port: MessagePort): (type: string) => Promise<void> {
  const seen: string[] = []
  let wake: (seen?: unknown) => void = () => undefined
  port.onmessage = ({ data }: MessageEvent<{ type: string }>) => {
    seen.push(data.type)
    wake()
  }
  return async (type) => {
    while (!seen.includes(type)) await new Promise((resolve) => (wake = resolve))
  }
}

const bench = { run, startCold, makeCalls, stopRun, askEcho }
export type BenchPage = typeof bench
Object.assign(globalThis, { bench })
