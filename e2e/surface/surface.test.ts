// What scripts find and get: hundreds of small ones, each with what it must print. See facts of the original in the docs.
import { expect, test } from 'vitest'
import { readCases } from './read-cases.ts'
import { runCase } from './run-case.ts'

const cases = readCases()

test.each(cases)('$name', async ({ script, output }) => {
  expect(await runCase(script)).toBe(output)
})

test('no two cases have one name, and none prints nothing', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  expect(cases.filter(({ output }) => output === '').map(({ name }) => name)).toEqual([])
})
