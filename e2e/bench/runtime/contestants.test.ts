// Every contestant of the benchmark that needs no browser does its work once, at tiny sizes; its speed is not judged.
import { expect, test } from 'vitest'
import { listRatios } from './aims.ts'
import { listContestants } from './contestants.ts'
import { startNode } from './in-node.ts'
import { findNative } from './native.ts'
import { formatReport } from './report.ts'
import { interleave } from './samples.ts'

test('native Lua, where there is one, and the runtime in Node print the same results', async () => {
  const places = { native: findNative(), node: await startNode(), browser: undefined }
  const samples = await interleave(await listContestants(places, { trips: 1, scale: 0.01 }), 1)
  expect([...samples.keys()].filter((name) => name.endsWith('node'))).toHaveLength(9)
  const machine = { cpu: 'any', cores: 1, load: 0, node: '', chromium: null, native: places.native ?? null }
  const text = formatReport({ machine, rounds: 1, samples: Object.fromEntries(samples), ratios: listRatios(samples) })
  for (const name of samples.keys()) expect(text).toContain(name)
})
