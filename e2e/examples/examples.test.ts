// Every example runs on Demo and comes to exactly what the page shows under it.
import { expect, test } from 'vitest'
import { scanScript } from '../../src/intelligence/scan.ts'
import { originalBlocks } from '../vendors/tables.ts'
import { catalog, listExamples, runExample } from './run-example.ts'

const examples = listExamples()

test.each(examples.map((example) => [`${example.integration}/${example.name}`, example] as const))(
  '%s is what was recorded',
  async (_name, { source, recording }) => {
    expect(await runExample(source)).toEqual(recording)
  },
)

test.each(examples.map((example) => [`${example.integration}/${example.name}`, example] as const))(
  '%s calls the functions that its head names, and prints something',
  (_name, { functions, recording }) => {
    const called = recording!.calls.map((call) => call.function)
    expect([...new Set(called)].sort()).toEqual([...functions].sort())
    expect(recording!.output).not.toBe('')
  },
)

test.each(examples.map((example) => [`${example.integration}/${example.name}`, example] as const))(
  '%s touches what its text shows',
  (_name, { source, recording }) => {
    const { calls, unknown, dynamic } = scanScript(source, catalog.index)
    const summarize = (call: { function: string; account: string | null; effect: string }) =>
      `${call.effect} ${call.function} ${call.account}`
    expect({ unknown, dynamic }).toEqual({ unknown: [], dynamic: false })
    expect([...new Set(calls.map(summarize))].sort()).toEqual([...new Set(recording!.calls.map(summarize))].sort())
  },
)

test('every function has an example, where there is a demo vendor to run it on', () => {
  const demos = catalog.index.integrations.filter(({ demo }) => demo)
  for (const { slug } of demos) {
    const { functions } = catalog.integrations[slug]!
    const shown = examples.filter(({ integration }) => integration === slug).flatMap((example) => example.functions)
    expect(functions.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([])
  }
})

test('each block of the original pages has an example of its own', () => {
  const names = originalBlocks.map(({ integration, example }) => `${integration}/${example}`)
  expect(new Set(names).size).toBe(names.length)
})

test.each(originalBlocks.map((block) => [`${block.integration}/${block.example}`, block] as const))(
  'the original block %s is there, corrected where it was wrong',
  (_name, { integration, example, lua, corrected }) => {
    const found = examples.find((candidate) => candidate.integration === integration && candidate.name === example)!
    expect(found.source.includes(lua)).toBe(corrected === undefined)
  },
)

test('an example that fails is noticed', async () => {
  await expect(runExample('print(app.integrations.upstash.get_kye{})')).rejects.toThrow(/get_kye.*get_key/)
})
