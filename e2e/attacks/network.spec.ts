// Hostile JavaScript in the frame and in the worker reaches nobody; without the guard every channel is heard.
import { expect, test } from '@playwright/test'
import { delayAttack, listenForAttempts, nameAttempts } from './attempts.ts'
import { TRIED, writeAttack } from './channels.ts'
import { type Harness } from './harness.ts'
import { type Listeners, openListeners } from './listeners.ts'
import { dropAllowlist, FRAME_PATH, serveHarness, serveOpenScript, serveProduct, serveScript } from './product.ts'
import { openSite, serveHtml, type Site } from './site.ts'

declare const harness: Harness

/** What is heard at all is heard well within this time, as the control shows. */
const SETTLE_MS = 2_000

let site: Site
let ears: Listeners

test.beforeEach(async () => {
  ;[site, ears] = await Promise.all([openSite(), openListeners()])
})
test.afterEach(async () => {
  await Promise.all([site.close(), ears.close()])
})

for (const browser of ['with', 'without']) {
  test(`an escape into the frame or the worker is heard by nobody, ${browser} Connection-Allowlist`, async ({
    page,
  }) => {
    const early = writeAttack('worker-early', TRIED.worker, ears)
    await serveProduct(site, {
      frame: writeAttack('frame', TRIED.frame, ears),
      worker: early + delayAttack(writeAttack('worker', TRIED.worker, ears)),
    })
    if (browser === 'without') dropAllowlist(site)
    const tried = listenForAttempts(page)
    await page.goto(site.origin)
    const { output } = await page.evaluate(() => harness.run('print("still works")'))
    expect(output).toBe('still works\n')
    const inWorkers = ['worker-early', 'worker'].flatMap((realm) => nameAttempts(realm, TRIED.worker))
    const all = [...inWorkers, ...nameAttempts('frame', TRIED.frame)].sort()
    await expect.poll(() => [...tried].sort()).toEqual(all)
    await page.waitForTimeout(SETTLE_MS)
    expect(ears.heard()).toEqual([])
  })
}

test('the headers alone, with every interface in place, let nothing out', async ({ page }) => {
  site.files.set(FRAME_PATH, serveScript(writeAttack('frame', TRIED.frame, ears)))
  await serveHarness(site)
  const tried = listenForAttempts(page)
  await page.goto(site.origin)
  await page.evaluate(() => harness.openFrame().then(() => undefined))
  await expect.poll(() => [...tried].sort()).toEqual(nameAttempts('frame', TRIED.frame).sort())
  await page.waitForTimeout(SETTLE_MS)
  expect(ears.heard()).toEqual([])
})

test('where a browser lacks Connection-Allowlist, the CSP alone leaves WebRTC only', async ({ page }) => {
  const attack = writeAttack('frame', TRIED.frame, ears)
  site.files.set(FRAME_PATH, serveScript(attack, ['Connection-Allowlist']))
  await serveHarness(site)
  await page.goto(site.origin)
  await page.evaluate(() => harness.openFrame().then(() => undefined))
  await page.waitForTimeout(SETTLE_MS)
  // This is why the frame deletes RTCPeerConnection before it does anything else.
  expect(ears.heard().filter((channel) => channel !== 'webrtc')).toEqual([])
})

test('without the guard every channel is heard', async ({ page }) => {
  const worker = JSON.stringify(writeAttack('worker', TRIED.worker, ears))
  const frames = {
    worker: `new Worker(URL.createObjectURL(new Blob([${worker}])))`,
    frame: writeAttack('frame', TRIED.frame, ears),
  }
  site.files.set('/', serveHtml('<!doctype html><link rel="icon" href="data:,"><iframe src="/frame"></iframe>'))
  for (const [realm, script] of Object.entries(frames)) {
    ears.forget()
    site.files.set('/frame', serveOpenScript(script))
    await page.goto(site.origin)
    const channels = Object.keys(TRIED[realm as keyof typeof TRIED]).sort()
    await expect.poll(() => ears.heard().filter(isChannel)).toEqual(channels)
  }
})

/** A popup asks for an icon too. */
function isChannel(name: string): boolean {
  return name !== 'favicon.ico'
}
