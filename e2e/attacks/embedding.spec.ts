// Who may hold the frame, and who may speak to it.
import { type ConsoleMessage, expect, type Page, test } from '@playwright/test'
import { type Harness } from './harness.ts'
import { FRAME_PATH, serveHarness, serveProduct, serveScript } from './product.ts'
import { openSite, serveHtml, type Site } from './site.ts'

declare const harness: Harness

let site: Site
let other: Site

test.beforeEach(async () => {
  ;[site, other] = await Promise.all([openSite(), openSite('localhost')])
})
test.afterEach(async () => {
  await Promise.all([site.close(), other.close()])
})

function collectLogs(page: Page): string[] {
  const logs: string[] = []
  page.on('console', (message: ConsoleMessage) => logs.push(message.text()))
  return logs
}

const REPORT = `
  const attempt = (name, read) => { try { console.log(name + ': ' + read()) } catch (error) { console.log(name + ': ' + error.name) } }
  attempt('origin', () => self.origin)
  attempt('cookie', () => document.cookie)
  attempt('storage', () => localStorage.length)
`

test('opened directly, the document is as opaque as in its frame', async ({ page, context }) => {
  await context.addCookies([{ name: 'session', value: 'secret', url: site.origin }])
  site.files.set(FRAME_PATH, serveScript(REPORT))
  const logs = collectLogs(page)
  await page.goto(site.origin + FRAME_PATH)
  await expect.poll(() => logs).toEqual(['origin: null', 'cookie: SecurityError', 'storage: SecurityError'])
})

test('another site cannot hold the frame', async ({ page }) => {
  const inside = "console.log('alive')"
  const logs = collectLogs(page)
  other.files.set('/', serveHtml(`<!doctype html><body><iframe src="${site.origin}${FRAME_PATH}"></iframe>`))
  site.files.set(FRAME_PATH, serveScript(inside))
  await page.goto(other.origin)
  await expect.poll(() => logs.join('\n')).toContain('frame-ancestors')
  expect(logs).not.toContain('alive')

  // The same site may: the test above failed for the right reason.
  await serveHarness(site)
  await page.goto(site.origin)
  await page.evaluate(() => void harness.openFrame())
  await expect.poll(() => logs).toContain('alive')
})

test('the frame takes one port, once, from its parent', async ({ page }) => {
  await serveProduct(site)
  await page.goto(site.origin)
  const heard = await page.evaluate(async () => {
    const frame = await harness.openFrame()
    const two = await harness.offerPorts(frame, 2)
    const one = await harness.offerPorts(frame, 1, 30_000)
    const again = await harness.offerPorts(frame, 1)
    return { two, one, again }
  })
  expect(heard).toEqual({ two: 'silence', one: 'ready', again: 'silence' })
})

test('a window that is not the parent is not heard', async ({ page }) => {
  await serveProduct(site)
  const script = 'var post = (target, message, ports) => target.postMessage(message, "*", ports)'
  site.files.set('/sibling', serveHtml(`<!doctype html><script>${script}</script>`))
  site.files.get('/')!.headers['Content-Security-Policy'] = "frame-src 'self'"
  await page.goto(site.origin)
  const heard = await page.evaluate(async () => {
    const frame = await harness.openFrame()
    const sibling = (await harness.openFrame('/sibling', true)) as Window & { post: never }
    const fromSibling = await harness.offerPorts(frame, 1, 1_000, sibling.post)
    const fromParent = await harness.offerPorts(frame, 1, 30_000)
    return { fromSibling, fromParent }
  })
  expect(heard).toEqual({ fromSibling: 'silence', fromParent: 'ready' })
})

test('a parent of another origin is not heard, even where nothing stops it from holding the frame', async ({
  page,
}) => {
  for (const target of [site, other]) await serveProduct(target)
  const frame = site.files.get(FRAME_PATH)!
  frame.headers['Content-Security-Policy'] = frame.headers['Content-Security-Policy']!.replace(
    /frame-ancestors [^;]*;/,
    '',
  )
  const holder = other.files.get('/')!
  holder.headers['Content-Security-Policy'] = "script-src 'self' 'unsafe-eval'"
  await page.goto(other.origin)
  const heard = await page.evaluate(
    async (url) => harness.offerPorts(await harness.openFrame(url), 1),
    site.origin + FRAME_PATH,
  )
  expect(heard).toBe('silence')
})

test('nobody listens to what a frame posts to the window of the page, which no browser can forbid it', async ({
  page,
}) => {
  await serveProduct(site)
  await page.goto(site.origin)
  await page.evaluate(() => harness.run('print(1)'))
  const devtools = await page.context().newCDPSession(page)
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'window' })
  const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId! })
  expect(listeners.map(({ type }) => type)).not.toContain('message')
})
