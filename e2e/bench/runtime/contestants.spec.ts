// Every contestant of the benchmark that needs a browser does its work once, at tiny sizes; its speed is not judged.
import { expect, test } from '@playwright/test'
import { listContestants } from './contestants.ts'
import { openBrowser } from './in-browser.ts'
import { startNode } from './in-node.ts'
import { interleave } from './samples.ts'

test('the runtime in Chromium, in its own frame, prints what it prints in Node', async () => {
  const browser = await openBrowser()
  try {
    const places = { native: undefined, node: await startNode(), browser }
    const samples = await interleave(await listContestants(places, { trips: 3, scale: 0.01 }), 1)
    expect([...samples.keys()].filter((name) => name.endsWith('chromium'))).toHaveLength(13)
  } finally {
    await browser.close()
  }
})
