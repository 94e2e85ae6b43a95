// Secrets typed into the real accounts page, a vendor that repeats them: the browser keeps none and is told none.
import { inflateRawSync } from 'node:zlib'
import { type Page } from '@playwright/test'
import { startServer } from '../setup/server.ts'
import { clock, panel, pressRun, question, waitForEditor, writeScript } from '../stories/playground.ts'
import { expect, signUp, test as base } from '../stories/live.ts'
import { listen, type Listener } from '../vendors/listen.ts'
import { answerWithEchoes, type Mood } from './echo-vendor.ts'
import { findCanary } from './scan.ts'
import { watchPage } from './watch-page.ts'

const canaries = {
  rest_token: 'canary-BROWSER-9dK2/+zW=4',
  email: 'canary.browser.77e1@example.com',
  api_key: 'canary~PAGE\\5j&<yQ3',
}

const test = base.extend<object, { echo: Listener & { mood: Mood } }>({
  echo: [
    async ({}, provide) => {
      const vendor: Listener = await listen((line) => answerWithEchoes(line, echo.mood))
      const echo = Object.assign(vendor, { mood: 'answer' as Mood })
      await provide(echo)
      await echo.close()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ echo }, provide) => {
      const server = await startServer({ env: { PRIVATE_HOSTS: echo.host } })
      await provide(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
})

const SCRIPT = `local upstash = app.integrations.upstash
local function try(name, args)
  local ok, result = pcall(upstash[name], args)
  print(name, ok, dump(result))
  return result
end
try("get_key", { key = "a" })
try("set_key", { key = "a", value = "1" })
return try("list_databases", {}), try("get_current_user", {})
`

test('no secret of an account comes back to its page, its storage, its link or the log', async ({
  page,
  echo,
  server,
}) => {
  const watched = watchPage(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/sign-in/?to=/accounts/')
  await signUp(page)
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  await page.getByLabel('REST URL').fill(echo.origin)
  await page.getByLabel('REST token').fill(canaries.rest_token)
  await page.getByLabel('E-mail address').fill(canaries.email)
  await page.getByLabel('Management API key').fill(canaries.api_key)
  await page.getByLabel('Management URL').fill(`${echo.origin}/v2`)
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  const account = page.getByRole('article', { name: 'Account main' })
  await expect(account).toContainText('One database works')
  await watched.note('after connecting')
  for (const mood of ['refusal', 'garbage'] as const) {
    echo.mood = mood
    await account.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(account).toContainText(mood === 'refusal' ? /refused_key/ : /reply_not_json/)
    await watched.note(`after a test with ${mood}`)
  }
  await account.getByRole('button', { name: 'Replace keys' }).click()
  await watched.note('before replacing keys')

  await page.goto('/playground/')
  await waitForEditor(page)
  await page.getByRole('button', { name: 'Live', exact: true }).click()
  await writeScript(page, SCRIPT)
  for (const mood of ['answer', 'error', 'refusal', 'garbage'] as const) {
    echo.mood = mood
    const sent = echo.log.length
    await pressRun(page)
    await expect(question(page)).toBeVisible()
    await watched.note(`the question, ${mood}`)
    await question(page).getByRole('button', { name: 'Allow once' }).click()
    await expect(clock(page)).toContainText('done')
    expect(echo.log.length - sent).toBe(4)
    await lookAtEverything(page, (where) => watched.note(`${where}, ${mood}`))
  }
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('/playground/#1')
  const link = await copied()
  const script = inflateRawSync(Buffer.from(new URL(link).hash.slice(2), 'base64url')).toString()
  expect(script).toContain('list_databases')

  const sent = new Set(findCanary(JSON.stringify(echo.log), canaries).map(({ canary }) => canary))
  expect(sent).toEqual(new Set(Object.keys(canaries)))
  const seen = await watched.all()
  expect(seen).toContain('/api/trpc/calls.make')
  expect(seen).toContain('‹rest_token›')
  expect(findCanary(`${seen}\n${link}\n${script}`, canaries)).toEqual([])
  expect(server.output()).toContain('/api/trpc/calls.make')
  expect(findCanary(server.output(), canaries)).toEqual([])
})

test('the same watch finds what is planted in each of these places', async ({ page }) => {
  const plants: Record<string, (page: Page, text: string) => Promise<unknown>> = {
    page: (on, text) => on.evaluate((it) => document.body.append(it), text),
    attribute: (on, text) => on.evaluate((it) => (document.body.title = it), text),
    field: (on, text) => on.evaluate((it) => (document.querySelector('input')!.value = it), text),
    console: (on, text) => on.evaluate((it) => console.log({ it }), text),
    error: (on, text) => on.evaluate((it) => void setTimeout(() => Promise.reject(new Error(it))), text),
    localStorage: (on, text) => on.evaluate((it) => localStorage.setItem('it', it), text),
    sessionStorage: (on, text) => on.evaluate((it) => sessionStorage.setItem('it', it), text),
    address: (on, text) => on.evaluate((it) => history.replaceState(null, '', `#${it}`), text),
    reply: async (on, text) => {
      await on.route('**/planted', (route) => route.fulfill({ body: text }))
      await on.evaluate(() => fetch('/planted').then((reply) => reply.text()))
    },
  }
  const planted = Buffer.from(canaries.api_key).toString('base64')
  for (const [place, plant] of Object.entries(plants)) {
    const fresh = await page.context().newPage()
    const watched = watchPage(fresh)
    await fresh.goto('/sign-in/')
    await fresh.getByLabel('Password', { exact: true }).waitFor()
    await plant(fresh, planted)
    await watched.note(place)
    // What the console and the network say comes when it comes.
    const find = async () => findCanary(await watched.all(), canaries).map(({ canary }) => canary)
    await expect.poll(find, place).toContain('api_key')
    await fresh.evaluate(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    await fresh.close()
  }
})

/** Opens every tab, and in it every call and every branch of a tree. */
async function lookAtEverything(page: Page, note: (where: string) => Promise<void>): Promise<void> {
  for (const name of ['Output', 'Calls', 'Result']) {
    await page.getByRole('tab', { name: new RegExp(name) }).click()
    const closed = panel(page).locator('[aria-expanded=false]')
    while (await closed.count()) await closed.first().click()
    await note(name)
  }
}
