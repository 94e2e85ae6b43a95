// Whatever a link is made of: nothing runs before a click, nothing but Lua ever runs, and the page stays where it is.
import { type APIRequestContext, type Page, request as playwright } from '@playwright/test'
import pg from 'pg'
import { expect, test as base } from '../setup/fixtures.ts'
import { clock, panel, script, waitForEditor } from '../stories/playground.ts'
import { hashOf, LINKS, LOUD, MARKUP, ODD_NAMES, TURNED } from './hostile-links.ts'

type SessionState = Awaited<ReturnType<APIRequestContext['storageState']>>

/** What is tried at once is done well within this time. */
const SETTLE_MS = 400

interface Watch {
  /** Everything that should not have happened since the page was opened. */
  harm(): Promise<string[]>
}

/** Whoever sends the links, signed in. */
interface Sender {
  /** Saves a snippet, or a new version of one. Returns its id. */
  save(title: string, source: string, snippet?: string): Promise<string>
  /** Writes past the server, as nobody can: what must hold even then. */
  write(text: string, values: string[]): Promise<void>
}

/** The reader is signed in, and has a tab that was Live last: whoever is attacked has something to lose. */
const test = base.extend<{ watch: Watch }, { readerState: SessionState; sender: Sender }>({
  readerState: [
    async ({ server }, provide) => {
      const reader = await signUp(server.url, 'Reader')
      await provide(await reader.storageState())
      await reader.dispose()
    },
    { scope: 'worker' },
  ],
  storageState: ({ readerState }, provide) => provide(readerState),
  sender: [
    async ({ server }, provide) => {
      const api = await signUp(server.url, 'Sender')
      const client = new pg.Client({ connectionString: server.databaseUrl })
      await client.connect()
      await provide({
        async save(title, source, snippet) {
          const data = { source, title, visibility: 'link', ...(snippet ? { snippet } : {}) }
          const reply = await api.post('/api/trpc/snippets.save', { data })
          const { result } = (await reply.json()) as { result: { data: { id: string } } }
          return result.data.id
        },
        write: async (text, values) => void (await client.query(text, values)),
      })
      await client.end()
      await api.dispose()
    },
    { scope: 'worker' },
  ],
  watch: async ({ page, baseURL }, provide) => {
    await page.addInitScript(() => {
      // The raw text of a snippet is a document without an origin, and without a storage.
      if (location.pathname.endsWith('.lua')) return
      if (window === window.top) sessionStorage.setItem('kosmo.mode', 'live')
    })
    await provide(watchHarm(page, baseURL!))
  },
})

async function signUp(origin: string, name: string): Promise<APIRequestContext> {
  const api = await playwright.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
  const data = { email: `${crypto.randomUUID()}@example.com`, password: 'a long enough password', name }
  expect((await api.post('/api/auth/sign-up/email', { data })).status()).toBe(200)
  return api
}

function watchHarm(page: Page, origin: string): Watch {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', () => seen.push('popup'))
  page.on('pageerror', (error) => seen.push(`error ${error.message}`))
  page.on('download', () => seen.push('download'))
  page.on('request', (request) => {
    const { origin: asked, pathname, protocol } = new URL(request.url())
    if (asked !== origin && protocol !== 'blob:' && protocol !== 'data:') seen.push(`request ${request.url()}`)
    if (/trpc\/(runs|calls|approvals|accounts\.(?!list))/.test(pathname)) seen.push(`call ${pathname}`)
  })
  return {
    async harm() {
      await page.waitForTimeout(SETTLE_MS)
      const marks = await page.evaluate(() => [
        'taken' in globalThis ? 'script ran' : '',
        document.title === 'taken' ? 'title changed' : '',
        document.querySelector('main img, main svg[onload], .pg-banner img, .pg-banner script')
          ? 'markup is no text'
          : '',
      ])
      if (new URL(page.url()).origin !== origin) marks.push(`page went to ${page.url()}`)
      return [...seen, ...marks.filter(Boolean)]
    },
  }
}

async function expectInert(page: Page): Promise<void> {
  await waitForEditor(page)
  await expect(page.getByRole('region', { name: 'Script from a link' })).toContainText('Nothing has run.')
  await expect(page.getByRole('button', { name: 'Live', exact: true })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Demo', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(clock(page)).toHaveCount(0)
  await expect(panel(page)).toContainText('Press Run')
}

async function runOnDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run on Demo' }).click()
  await expect(clock(page)).toContainText('Demo')
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0)
}

for (const [name, { path, opens }] of Object.entries(LINKS)) {
  test(`a link with ${name}`, async ({ page, watch }) => {
    await page.goto(path)
    if (opens) {
      await expectInert(page)
      expect(await watch.harm()).toEqual([])
      await runOnDemo(page)
    } else {
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    }
    expect(await watch.harm()).toEqual([])
    if (!opens) {
      // By now a script that the address brought would be there, and one that ran by itself would have.
      await expect(page.getByRole('region', { name: 'Script from a link' })).toHaveCount(0)
      await expect(clock(page)).toHaveCount(0)
    }
    expect(new URL(page.url()).pathname).toBe(new URL(path, page.url()).pathname)
  })
}

test('names that are none lead to a page that says so, and nowhere else', async ({ page, watch, sender }) => {
  const id = await sender.save('Loud', LOUD)
  for (const name of ODD_NAMES) {
    const reply = await page.goto(`/s/${name.replace('ID', id)}`)
    expect([name, reply!.status() >= 400 && reply!.status() < 500]).toEqual([name, true])
    expect(reply!.headers()['set-cookie']).toBeUndefined()
    await expect(page.locator('.pg-monaco')).toHaveCount(0)
    expect([name, await watch.harm()]).toEqual([name, []])
  }
})

const SNIPPETS: Record<string, { owner?: string; title?: string; source?: string; suffix?: string }> = {
  'markup as its title': { title: MARKUP.slice(0, 120) },
  'an address of JavaScript as its title': { title: 'javascript:alert(1)' },
  'markup as the name of its owner': { owner: MARKUP },
  'an owner whose name turns the text around': { owner: TURNED },
  'an owner with a very long name': { owner: 'W'.repeat(2000) },
  'markup as its text': { source: `--${MARKUP}\n--</script></textarea>${MARKUP}\nprint([[${MARKUP}]])` },
  'line ends of every kind in its text': { source: `print(1)\r\nprint(2)\rprint("\u2028\u2029")\n` },
  'a text as large as it may be': { source: `--${'x'.repeat(256 * 1024 - 20)}\nprint(1)` },
  'a query that asks to run, Live': { suffix: '?run=1&mode=live&origin=mine' },
  'a hash that holds another script': { suffix: hashOf('print("another")') },
}

for (const [name, { owner = 'Ann', title = 'Loud', source = LOUD, suffix = '' }] of Object.entries(SNIPPETS)) {
  test(`a snippet with ${name}`, async ({ page, watch, sender }) => {
    const id = await sender.save(title, source)
    await sender.write(`update "user" set name = $1 where name <> 'Reader'`, [owner])
    await page.goto(`/s/${id}${suffix}`)
    await expectInert(page)
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
    await expect(script(page)).toContainText(/\S/)
    await expect(script(page)).not.toContainText('another')
    expect(await watch.harm()).toEqual([])
    await runOnDemo(page)
    expect(await watch.harm()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    const raw = await page.goto(`/s/${id}.lua`)
    expect(raw!.headers()).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    expect(await watch.harm()).toEqual([])
  })
}

test('a title that got past the server turns nothing but itself around', async ({ page, watch, sender }) => {
  const id = await sender.save('Loud', LOUD)
  await sender.write('update snippet_version set title = $1 where snippet_id = $2', [`${TURNED}${MARKUP}`, id])
  await page.goto(`/s/${id}`)
  await expectInert(page)
  const isolation = await page
    .locator('.pg-headline bdi')
    .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).unicodeBidi))
  expect(isolation).toEqual(['isolate', 'isolate'])
  expect(await watch.harm()).toEqual([])
})

test('a snippet that changes after it was opened: what was read is what runs and what is taken over', async ({
  page,
  watch,
  sender,
}) => {
  const id = await sender.save('Calm', 'print("what was read")')
  await page.goto(`/s/${id}`)
  await expectInert(page)
  await sender.save('Loud', LOUD, id)
  await runOnDemo(page)
  await expect(panel(page)).toContainText('what was read')
  await page.getByRole('button', { name: 'Take over' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
  await expect(script(page)).toContainText('what was read')
  // The link again is the link: what it holds now is as foreign as it was before.
  await page.goto(`/s/${id}`)
  await expectInert(page)
  await expect(script(page)).toContainText('it ran')
  expect(await watch.harm()).toEqual([])
})

test('a hash that changes under a script that was taken over brings a stranger, on Demo', async ({ page, watch }) => {
  await page.goto(`/playground/${hashOf('print("taken over")')}`)
  await expectInert(page)
  await page.getByRole('button', { name: 'Take over' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
  await page.getByRole('button', { name: 'Live', exact: true }).click()
  await page.evaluate((hash) => {
    location.hash = hash
  }, hashOf(LOUD))
  await expectInert(page)
  await expect(script(page)).toContainText('it ran')
  expect(await watch.harm()).toEqual([])
})

test('these are more than thirty links', () => {
  expect(Object.keys(LINKS).length + ODD_NAMES.length + Object.keys(SNIPPETS).length).toBeGreaterThanOrEqual(45)
})
