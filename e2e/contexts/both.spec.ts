// The same programs in Node and in Chromium, through the product's own frame and worker: the same results, as data.
import { type Page } from '@playwright/test'
import fc from 'fast-check'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { formatJson, parseJson, type Value } from '../../src/contract/value.ts'
import { callContexts, readSource } from '../../src/lua/call-contexts.ts'
import { createInputs, gatherRun } from '../../src/lua/gather.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { createSampleHost } from '../../src/lua/sample-host.ts'
import { sampleIndex } from '../../src/lua/sample-index.ts'
import { normalise, sampleValue } from '../../src/lua/sample-values.ts'
import { SEEDED_SCRIPT } from '../../src/lua/seeded-script.ts'
import { expect, test } from '../attacks/fixtures.ts'
import { type Harness } from '../attacks/harness.ts'
import { SAMPLE_PINS, type SampleEnd, type SampleRun } from '../attacks/sample-runs.ts'
import { HEAD, joinPrograms, readPrograms, readScripts } from './read-programs.ts'

declare const harness: Harness

// A reader's language must not matter: it did, for its length moved what Lua seeds its hashes with.
test.use({ locale: 'sr-Latn-RS-x-long-name' })

async function runInNode(runs: SampleRun[]): Promise<SampleEnd[]> {
  const runtime = await loadRuntime(await loadWasm())
  const ends: SampleEnd[] = []
  for (const { source, limits, value } of runs) {
    const inputs = createInputs(source, { index: sampleIndex, limits: { ...LIMITS, ...limits }, ...SAMPLE_PINS })
    ends.push(await gatherRun(runtime, inputs, createSampleHost(value)))
  }
  return ends
}

/** Runs all in the page and in Node, and expects the same of both. */
async function runInBoth(page: Page, runs: SampleRun[]): Promise<SampleEnd[]> {
  const inPage = await page.evaluate((all) => harness.sample.runAll(all), runs)
  expect(dropCosts(inPage)).toEqual(dropCosts(await runInNode(runs)))
  return inPage
}

/** Everything but the time that it took, and the memory, which the address of a string can move by some bytes. */
function dropCosts(ends: SampleEnd[]): SampleEnd[] {
  return ends.map(({ output, result }) => ({ output, result: { ...result, cpuMs: 0, memoryBytes: 0 } }))
}

test('a call from any place', async ({ page }) => {
  const contexts = callContexts.map((context) => ({ source: readSource(context), expected: [context.expected] }))
  const groups = Map.groupBy(readPrograms(), ({ group }) => group)
  const programs = [...groups.values()].map((group) => ({
    source: joinPrograms(group, HEAD),
    expected: group.map(({ expected }) => expected),
  }))
  const all = [...contexts, ...programs]
  const runs = all.map(({ source }) => ({ source, limits: { callsPerRun: 1000 } }))
  const ends = await runInBoth(page, runs)
  expect(ends.map(({ result }) => result.ok && result.values.map(({ text }) => text))).toEqual(
    all.map(({ expected }) => expected),
  )
})

test('whatever a script can show or come to', async ({ page }) => {
  const limits = { memoryBytes: 4 << 20, callsPerRun: 1000 }
  const ends = await runInBoth(
    page,
    [SEEDED_SCRIPT, ...readScripts()].map((source) => ({ source, limits })),
  )
  expect(new Set(ends.map(({ result }) => (result.ok ? 'ok' : result.problem.kind)))).toEqual(
    new Set(['ok', 'syntax', 'script', 'limit']),
  )
})

test('five hundred values, into Lua and back', async ({ page }) => {
  const batches = Array.from({ length: 5 }, (_, seed) => fc.sample(sampleValue, { numRuns: 100, seed }))
  const source = `local probe = app.integrations.probe
    local reply = probe.echo{ first = probe.value() }
    return json.encode(reply.first), json.encode(probe.value(), { pretty = true })`
  const ends = await runInBoth(
    page,
    batches.map((batch) => ({ source, value: formatJson(batch) })),
  )
  const returned = ends.map(({ result }) =>
    result.ok ? result.values.map(({ text }) => text) : [result.problem.message],
  )
  for (const [at, texts] of returned.entries()) {
    for (const text of texts) expect(normalise(parseJson(text) as Value)).toEqual(normalise(batches[at]! as Value))
  }
})
