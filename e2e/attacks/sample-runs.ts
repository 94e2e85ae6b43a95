// Runs on the sample index, in the page of the attack tests: the product's runs, frame and worker, with made-up vendors.
import { type Call, type CallOutcome } from '../../src/contract/call.ts'
import { type RunLimits, type RunResult } from '../../src/contract/run.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { answerSample } from '../../src/lua/sample-host.ts'
import { sampleIndex } from '../../src/lua/sample-index.ts'
import { createSandbox } from '../../src/run/sandbox-client.ts'
import { openFrame } from '../../src/run/sandbox-frame.ts'
import { startRun } from '../../src/run/start-run.ts'

export interface SampleRun {
  source: string
  limits?: Partial<RunLimits>
  /** JSON text that the function `value` answers. */
  value?: string
  /** Every call is answered with itself. */
  mirror?: boolean
}

export interface SampleEnd {
  output: string
  result: RunResult
  /** Of a mirrored run: the functions that it called, in order. */
  calls?: string[]
}

/** Of every run on the sample index: the same in Node, so that the results can be compared. */
export const SAMPLE_PINS = { clock: 1_700_000_000_000, seed: 7 }

export function createSampleRuns(frameUrl: string, wasmUrl: string) {
  const sandbox = createSandbox(() => openFrame(frameUrl, wasmUrl))
  const catalog = {
    readIndex: () => Promise.resolve(sampleIndex),
    readIntegration: () => Promise.resolve({ index: sampleIndex, integrations: {} }),
    prefetch: () => undefined,
  }

  async function run({ source, limits = {}, value, mirror }: SampleRun): Promise<SampleEnd> {
    const calls: string[] = []
    let output = ''
    const parts = {
      ...{ sandbox, catalog, live: null, readPage: () => Promise.resolve(''), limits: LIMITS },
      demo: () => (call: Call) => {
        calls.push(call.function)
        const answer: CallOutcome = { ok: true, value: JSON.stringify(call), account: call.account, exchanges: [] }
        return Promise.resolve(mirror ? answer : answerSample(call, value))
      },
    }
    const handle = startRun(parts, {
      ...{ source, mode: 'demo', origin: 'mine', limits, ...SAMPLE_PINS },
      onEvent(event) {
        if (event.type === 'output') output += event.text
      },
    })
    return { result: await handle.finished, output, ...(mirror ? { calls } : {}) }
  }

  /** One after the other, a few at a time: each run needs a worker of its own, and there are two cores. */
  async function runAll(runs: SampleRun[], atOnce = 2): Promise<SampleEnd[]> {
    const ends: SampleEnd[] = []
    let next = 0
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (next < runs.length) {
          const at = next++
          ends[at] = await run(runs[at]!)
        }
      }),
    )
    return ends
  }

  return { run, runAll }
}
