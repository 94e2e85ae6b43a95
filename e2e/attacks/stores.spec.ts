// Hostile JavaScript in the frame and in the worker leaves no trace for another page, run or visit; without the guard each does.
import { expect, test } from '@playwright/test'
import { delayAttack, listenForAttempts, nameAttempts } from './attempts.ts'
import { type Harness } from './harness.ts'
import { FRAME_PATH, serveHarness, serveOpenScript, serveProduct, serveScript } from './product.ts'
import { openSite, serveHtml, type Site } from './site.ts'
import { readTraces, STORES, writeStoreAttack } from './stores.ts'

declare const harness: Harness

/** What leaves a trace at all does so well within this time, as the control shows. */
const SETTLE_MS = 2_000
const SHARED_WORKER = `const ports = []
  onconnect = ({ ports: [port] }) => {
    ports.push(port)
    port.onmessage = ({ data }) => ports.forEach((each) => each.postMessage(data))
  }`
const script = (body: string) => ({ body, headers: { 'Content-Type': 'text/javascript' } })

let site: Site

test.beforeEach(async () => {
  site = await openSite()
  site.files.set('/shared.js', script(SHARED_WORKER))
  site.files.set('/sw.js', script(''))
})
test.afterEach(() => site.close())

test('an escape into the frame or the worker leaves no trace', async ({ page }) => {
  await serveProduct(site, {
    frame: writeStoreAttack('frame', STORES.frame),
    worker: writeStoreAttack('worker-early', STORES.worker) + delayAttack(writeStoreAttack('worker', STORES.worker)),
  })
  const tried = listenForAttempts(page)
  await page.goto(site.origin)
  expect(await page.evaluate(readTraces)).toEqual([])
  const { output } = await page.evaluate(() => harness.run('print("still works")'))
  expect(output).toBe('still works\n')
  const inWorkers = ['worker-early', 'worker'].flatMap((realm) => nameAttempts(realm, STORES.worker))
  const all = [...inWorkers, ...nameAttempts('frame', STORES.frame)].sort()
  await expect.poll(() => [...tried].sort()).toEqual(all)
  await page.waitForTimeout(SETTLE_MS)
  expect(await page.evaluate(readTraces)).toEqual([])
  // Nor for a visit later.
  await page.reload()
  expect(await page.evaluate(readTraces)).toEqual([])
})

test('the headers alone, with every interface in place, let no trace be left', async ({ page }) => {
  const worker = JSON.stringify(writeStoreAttack('worker', STORES.worker))
  const attack = `${writeStoreAttack('frame', STORES.frame)} new Worker(URL.createObjectURL(new Blob([${worker}])))`
  site.files.set(FRAME_PATH, serveScript(attack))
  await serveHarness(site)
  const tried = listenForAttempts(page)
  await page.goto(site.origin)
  await page.evaluate(readTraces)
  await page.evaluate(() => harness.openFrame().then(() => undefined))
  const all = [...nameAttempts('frame', STORES.frame), ...nameAttempts('worker', STORES.worker)]
  await expect.poll(() => [...tried].sort()).toEqual(all.sort())
  await page.waitForTimeout(SETTLE_MS)
  expect(await page.evaluate(readTraces)).toEqual([])
})

for (const realm of ['frame', 'worker'] as const) {
  test(`without the guard every trace of a ${realm} is found`, async ({ page }) => {
    const attack = writeStoreAttack(realm, STORES[realm])
    const held = realm === 'frame' ? attack : `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(attack)}])))`
    site.files.set('/frame', serveOpenScript(held))
    site.files.set('/', serveHtml('<!doctype html><link rel="icon" href="data:,"><title>Page</title><body>'))
    await page.goto(site.origin)
    await page.evaluate(readTraces)
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = '/frame'
      document.body.append(frame)
    })
    // One name and one title serve two channels each.
    const expected = Object.keys(STORES[realm]).sort()
    await expect.poll(() => page.evaluate(readTraces)).toEqual(expected)
  })
}
