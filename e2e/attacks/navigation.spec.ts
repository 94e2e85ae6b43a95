// Hostile JavaScript cannot take the frame, or the page around it, elsewhere.
import { expect, test } from '@playwright/test'
import { listenForAttempts } from './attempts.ts'
import { NAVIGATIONS, writeAttack } from './channels.ts'
import { type Harness } from './harness.ts'
import { type Listeners, openListeners } from './listeners.ts'
import { FRAME_PATH, serveHarness, serveOpenScript, serveProduct, serveScript } from './product.ts'
import { openSite, serveHtml, type Site } from './site.ts'

declare const harness: Harness

const SETTLE_MS = 500

let site: Site
let ears: Listeners

test.beforeEach(async () => {
  ;[site, ears] = await Promise.all([openSite(), openListeners()])
  await serveHarness(site)
})
test.afterEach(async () => {
  await Promise.all([site.close(), ears.close()])
})

for (const [channel, body] of Object.entries(NAVIGATIONS)) {
  test(`${channel} leads nowhere from the product's frame, nor past the headers alone`, async ({ page }) => {
    const attack = writeAttack('frame', { [channel]: body }, ears)
    const tried = listenForAttempts(page)
    const frames = [serveScript(attack), serveScript(attack, ['Connection-Allowlist'])]
    await serveProduct(site, { frame: attack })
    for (const frame of [undefined, ...frames]) {
      if (frame) site.files.set(FRAME_PATH, frame)
      tried.clear()
      await page.goto(site.origin)
      await page.evaluate(() => void harness.openFrame())
      await expect.poll(() => [...tried]).toEqual([`frame ${channel}`])
      await page.waitForTimeout(SETTLE_MS)
      expect(ears.heard()).toEqual([])
      expect(page.url()).toBe(`${site.origin}/`)
    }
  })

  test(`${channel} is heard without the guard`, async ({ page }) => {
    const script = writeAttack('frame', { [channel]: body }, ears)
    site.files.set('/frame', serveOpenScript(script))
    site.files.set('/', serveHtml('<!doctype html><link rel="icon" href="data:,"><body><iframe src="/frame"></iframe>'))
    await page.goto(site.origin)
    await expect.poll(() => ears.heard().filter((name) => name !== 'favicon.ico')).toEqual([channel])
  })
}

test('the frame cannot go to another page of its own site either', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  site.files.set('/own', serveHtml('<!doctype html>own'))
  site.files.set(
    FRAME_PATH,
    serveScript(`location.href = ${JSON.stringify(`${site.origin}/own`)}`, ['Connection-Allowlist']),
  )
  await page.goto(site.origin)
  await page.evaluate(() => void harness.openFrame())
  await expect.poll(() => asked).toContain(FRAME_PATH)
  await page.waitForTimeout(SETTLE_MS)
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${site.origin}/own`)
})

test('a request for its own address is all that the policy leaves the frame, and Connection-Allowlist ends that', async ({
  page,
}) => {
  const script = `if (!location.search) location.href = '?secret'`
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).search))
  for (const [leftOut, expected] of [
    [['Connection-Allowlist'], true],
    [[], false],
  ] as const) {
    asked.clear()
    site.files.set(FRAME_PATH, serveScript(script, [...leftOut]))
    await page.goto(site.origin)
    await page.evaluate(() => void harness.openFrame())
    if (expected) await expect.poll(() => [...asked]).toContain('?secret')
    await page.waitForTimeout(SETTLE_MS)
    expect(asked.has('?secret')).toBe(expected)
  }
})
