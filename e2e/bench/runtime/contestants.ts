// Everything that is measured, each thing under the name of its measure and of who does it.
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser } from './in-browser.ts'
import { type NodeRuntime } from './in-node.ts'
import { runNative } from './native.ts'
import { COMPUTE, OWN_JSON, type Program, readMeasured, UNWIND, writeProgram } from './programs.ts'
import { type Sample } from './samples.ts'

/** Who runs Lua. Without native Lua, or without a browser, its measures are left out. */
export interface Places {
  native: string | undefined
  node: NodeRuntime
  browser: Browser | undefined
}

export interface Sizes {
  /** How often host calls and echoes go there and back in one sample. */
  trips: number
  /** Multiplies the programs' sizes. */
  scale: number
}

const PRINT = "print('hi')"
/** Until the frame's spare worker has loaded: people do not press Run twice within a moment. */
const SETTLE_MS = 300

/** The name of a measure by a contestant, as samples are kept. */
export function nameSample(measure: string, place: 'native' | 'node' | 'chromium' | 'echo' | 'spawn'): string {
  return `${measure} / ${place}`
}

export async function listContestants(places: Places, { trips, scale }: Sizes): Promise<Map<string, Sample>> {
  const { native, node, browser } = places
  const samples = new Map<string, Sample>()

  async function addProgram(program: Program): Promise<void> {
    const source = await writeProgram({ ...program, size: Math.max(2, Math.round(program.size * scale)) })
    const check = createCheck(program.name)
    const add = (place: Parameters<typeof nameSample>[1], run: () => Promise<{ output: string; cpuMs?: number }>) =>
      samples.set(nameSample(program.name, place), async () => {
        const { output, cpuMs } = await run()
        const ms = check(output)
        return cpuMs ?? ms
      })
    if (native && program !== OWN_JSON) add('native', () => Promise.resolve(runNative(native, source)))
    add('node', () => node.run(source))
    if (browser) add('chromium', async () => (await settle(), await browser.page.run(source)))
  }

  for (const program of [...COMPUTE, ...UNWIND, OWN_JSON]) await addProgram(program)
  if (native) samples.set(nameSample('run', 'native'), () => runNative(native, PRINT).ms)
  samples.set(nameSample('run', 'node'), async () => (await node.run(PRINT)).ms)
  if (!browser) return samples
  const { page } = browser
  samples.set(nameSample('run', 'chromium'), async () => (await settle(), await page.run(PRINT)).ms)
  samples.set(nameSample('calls', 'echo'), async () => (await page.askEcho({ type: 'echo', count: trips })) / trips)
  for (const [name, line] of Object.entries(CALLS)) {
    const measure = async () => (await settle(), await page.makeCalls(line, trips)) / trips
    samples.set(nameSample(name, 'chromium'), measure)
  }
  samples.set(nameSample('stop', 'spawn'), () => page.askEcho({ type: 'spawn' }))
  samples.set(nameSample('stop', 'chromium'), () => page.stopRun())
  samples.set(nameSample('cold', 'chromium'), () => page.startCold(PRINT))
  return samples
}

/** A host call with next to nothing behind it, and a whole call of an integration on Demo. */
const CALLS = { calls: "docs.search('zzz')", 'demo calls': "app.integrations.upstash.get_key({ key = 'a' })" }

async function settle(): Promise<void> {
  await pause(SETTLE_MS)
}

/** Reads what a program printed; all contestants must come to the same result. */
function createCheck(name: string): (output: string) => number {
  let first: string | undefined
  return (output) => {
    const { result, ms } = readMeasured(output)
    first ??= result
    if (result !== first) throw new Error(`${name}: one contestant printed ${result}, another ${first}`)
    return ms
  }
}
