// One user saves a script under a link; another opens it, understands it, runs it, takes it over; the first revokes it.
import { type Page } from '@playwright/test'
import { expect, fillConnection, signUp, test } from './live.ts'
import { clock, openPlayground, panel, pressRun, script, waitForEditor, writeScript } from './playground.ts'
import { banner, closeDialog, dialog, readLink, saveLink, SHARED } from './snippets.ts'

async function signIn(page: Page): Promise<string> {
  await page.goto('/sign-in/?to=/playground/')
  return signUp(page)
}

test('shared, understood, run on Demo, taken over, run Live, revoked', async ({ page, browser, baseURL, vendors }) => {
  const owner = (await signIn(page)).split('@')[0]!
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const link = await saveLink(page, SHARED)
  await expect(dialog(page)).toContainText('Anyone with the link. Whoever has the link can read the script')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await expect(page).toHaveURL(link)

  const reader = await browser.newPage({ baseURL: baseURL! })
  const calls: string[] = []
  reader.on('request', (request) => {
    if (request.url().includes('/api/')) calls.push(new URL(request.url()).pathname)
  })
  const reply = (await reader.goto(link))!
  expect(reply.headers()['x-robots-tag']).toBe('noindex')
  await waitForEditor(reader)
  await expect(reader).toHaveTitle('Compare two databases | KosmoKrator Lua')
  await expect(banner(reader)).toContainText(`by ${owner}`)
  await expect(banner(reader)).toContainText(/saved .*20\d\d.*version 1/)
  await expect(banner(reader)).toContainText('Nothing has run')
  await expect(banner(reader).getByRole('term')).toHaveText(['Upstash Redis, default account', 'Upstash Redis, team'])
  await expect(banner(reader).getByRole('definition')).toHaveText(['get_keyRead', 'list_keysRead'])
  await expect(reader.getByRole('button', { name: 'Live', exact: true })).toBeDisabled()
  const raw = await reader.request.get(
    (await banner(reader).getByRole('link', { name: 'Raw text' }).getAttribute('href'))!,
  )
  expect(raw.headers()['content-type']).toBe('text/plain; charset=utf-8')
  expect(await raw.text()).toBe(SHARED)
  await expect(clock(reader)).toHaveCount(0)

  await banner(reader).getByRole('button', { name: 'Run on Demo' }).click()
  await expect(clock(reader)).toContainText('done')
  await expect(clock(reader)).toContainText('Demo')
  expect(calls).toEqual(['/api/trpc/snippets.get'])

  // Signing in and connecting lead back to the link each time.
  await banner(reader).getByRole('button', { name: 'Take over' }).click()
  await dialog(reader).getByRole('link', { name: 'Sign in' }).click()
  await signUp(reader)
  await expect(reader).toHaveURL(link)
  await banner(reader).getByRole('button', { name: 'Take over' }).click()
  await dialog(reader).getByRole('link', { name: 'Connect Upstash Redis' }).first().click()
  await fillConnection(reader, vendors.main)
  await reader.waitForURL(link)
  await reader.goto('/accounts/?connect=upstash&name=spare')
  await fillConnection(reader, vendors.work)
  await reader.getByRole('article', { name: 'Account spare' }).waitFor()

  await reader.goto(link)
  await banner(reader).getByRole('button', { name: 'Take over' }).click()
  const forTeam = dialog(reader).getByRole('combobox', { name: 'Account of Upstash Redis for team' })
  await expect(forTeam).toHaveValue('main')
  await forTeam.selectOption('spare')
  await dialog(reader).getByRole('button', { name: 'Take over' }).click()
  await expect(banner(reader)).toHaveCount(0)
  await expect(reader).toHaveURL(/\/playground\/$/)

  await reader.getByRole('button', { name: 'Live', exact: true }).click()
  const chips = reader.getByRole('list', { name: 'Accounts in use' })
  await expect(chips.getByRole('combobox', { name: 'Account of Upstash Redis for team' })).toHaveValue('spare')
  await reader.reload()
  await waitForEditor(reader)
  await expect(chips.getByRole('combobox', { name: 'Account of Upstash Redis for team' })).toHaveValue('spare')
  await expect(script(reader)).toContainText('app.integrations.upstash.team')
  vendors.main.log.length = 0
  vendors.work.log.length = 0
  await pressRun(reader)
  await expect(clock(reader)).toContainText('done')
  await expect(clock(reader)).toContainText('Live')
  await expect(panel(reader)).toContainText(/here.*there\ttable/)
  expect(vendors.main.log.map(({ body }) => body)).toEqual(['["GET","greeting"]'])
  expect(vendors.work.log).toHaveLength(1)

  await page.goto('/links/')
  const row = page.getByRole('article', { name: 'Compare two databases' })
  await row.getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('at once and for everybody')
  await row.getByRole('button', { name: 'Revoke the link' }).click()
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('status')).toContainText('is revoked')

  expect((await reader.request.get(`${link}.lua`)).status()).toBe(404)
  // The reader's copy is the reader's; another browser finds nothing.
  await reader.reload()
  await waitForEditor(reader)
  await expect(script(reader)).toContainText('Compare two databases')
  const late = await browser.newPage({ baseURL: baseURL! })
  expect((await late.goto(link))!.status()).toBe(404)
  await expect(late.getByRole('heading', { name: 'There is no script to see at this link' })).toBeVisible()
  await expect(late.getByText('does not exist, was revoked, or is private')).toBeVisible()
  await Promise.all([reader.close(), late.close()])
})

test('a new version keeps the link, an old one keeps its address, a fork names its source', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page)
  const link = await saveLink(page, SHARED)
  await closeDialog(page)
  await writeScript(page, `${SHARED}-- second`)
  await expect(page.getByRole('region', { name: 'Your link' })).toContainText('edited here, not saved')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(dialog(page)).toContainText('Your link holds version 1, without what you changed since.')
  await dialog(page).getByRole('button', { name: 'Save version 2' }).click()
  await expect(dialog(page)).toContainText('Saved as version 2.')
  expect(await readLink(page)).toBe(link)
  await page.reload()
  await waitForEditor(page)
  await expect(page.getByRole('region', { name: 'Your link' })).toContainText('version 2 of 2')

  const reader = await browser.newPage({ baseURL: baseURL! })
  await signIn(reader)
  await reader.goto(`${link}@1`)
  await waitForEditor(reader)
  await expect(banner(reader)).toContainText('version 1 of 2')
  await expect(script(reader)).toContainText('Compare two databases')
  await expect(script(reader)).not.toContainText('second')
  await banner(reader).getByRole('link', { name: 'newest here' }).click()
  await waitForEditor(reader)
  await expect(banner(reader)).toContainText('version 2 of 2')
  await expect(script(reader)).toContainText('second')

  await reader.getByRole('button', { name: 'Share' }).click()
  await expect(dialog(reader)).toContainText('is saved as yours after you take it over')
  await dialog(reader).getByRole('button', { name: 'Take over' }).click()
  await dialog(reader).getByRole('button', { name: 'Take over' }).click()
  await reader.getByRole('button', { name: 'Share' }).click()
  await expect(dialog(reader)).toContainText('It names what it was made from: Compare two databases, version 2.')
  await dialog(reader).getByRole('button', { name: 'Save as a link' }).click()
  const fork = await readLink(reader)
  expect(fork).not.toBe(link)
  await page.goto(fork)
  await waitForEditor(page)
  const source = banner(page).getByRole('link', { name: 'another script' })
  await expect(source).toHaveAttribute('href', `${new URL(link).pathname}@2`)
  await reader.close()
})

test('only me is only me, until it is opened to others', async ({ page, browser, baseURL }) => {
  await signIn(page)
  const link = await saveLink(page, SHARED, { title: 'For me alone', only: true })
  const stranger = await browser.newPage({ baseURL: baseURL! })
  await stranger.goto(link)
  await expect(stranger.getByText('If it is your own private one, sign in first.')).toBeVisible()
  await stranger.getByRole('link', { name: 'Sign in' }).click()
  await signUp(stranger)
  await expect(stranger).toHaveURL(link)
  await expect(stranger.getByRole('heading', { name: 'There is no script to see at this link' })).toBeVisible()

  await page.reload()
  await waitForEditor(page)
  await expect(page.getByRole('region', { name: 'Your link' })).toContainText('Only you can open it')
  await expect(page.getByRole('button', { name: 'Live', exact: true })).toBeEnabled()
  await page.goto('/links/')
  const row = page.getByRole('article', { name: 'For me alone' })
  await expect(row).toContainText('Only you')
  await row.getByRole('button', { name: 'Open to anyone with the link' }).click()
  await expect(row).toContainText('Anyone with the link')
  await stranger.reload()
  await waitForEditor(stranger)
  await expect(banner(stranger)).toContainText('For me alone')
  await row.getByRole('button', { name: 'Make private' }).click()
  await expect(row).toContainText('Only you')
  await stranger.reload()
  await expect(stranger.getByRole('heading', { name: 'There is no script to see at this link' })).toBeVisible()
  await stranger.close()
})

test('a script that holds a key is not shared, and leads to the line and to the accounts', async ({ page }) => {
  const key = `AXvVACQgN2E1${'ZjU4YmQtOTk3Ni00M2Jh'}LWI4ZTctM2Y5`
  await openPlayground(page)
  await writeScript(
    page,
    `local up = app.integrations.upstash\nlocal token = "${key}"\nprint(up.get_key({ key = "a" }))`,
  )
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(dialog(page)).toHaveAccessibleName('This script holds what looks like a key')
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1)
  await expect(dialog(page)).toContainText('Line 2, column')
  await expect(dialog(page)).not.toContainText(key)
  await expect(dialog(page).getByRole('textbox')).toHaveCount(0)
  await expect(dialog(page).getByRole('link', { name: 'Connect Upstash Redis' })).toHaveAttribute(
    'href',
    '/accounts/?connect=upstash&to=%2Fplayground%2F',
  )
  await dialog(page).getByRole('button', { name: 'Go to line 2, column 16' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText('Ln 2, Col 1')).toBeVisible()
})

test('signing in to save leads back to the same script', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, SHARED)
  await page.getByRole('button', { name: 'Share' }).click()
  await dialog(page).getByRole('link', { name: 'Sign in' }).click()
  await signUp(page)
  await waitForEditor(page)
  await expect(script(page)).toContainText('Compare two databases')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(dialog(page).getByLabel('Title', { exact: true })).toHaveValue('Compare two databases')
})

test('what goes wrong while saving says so, and loses nothing', async ({ page, context }) => {
  await signIn(page)
  await writeScript(page, SHARED)
  await page.getByRole('button', { name: 'Share' }).click()
  const title = dialog(page).getByLabel('Title', { exact: true })
  await title.fill('')
  await expect(dialog(page)).toContainText('Give it a title.')
  await title.fill('My own title')
  const save = dialog(page).getByRole('button', { name: 'Save as a link' })

  await context.setOffline(true)
  await save.click()
  await expect(dialog(page).getByRole('alert')).toContainText('Nothing is saved yet, and nothing is lost')
  await context.setOffline(false)

  const cookies = await context.cookies()
  await context.clearCookies()
  await save.click()
  await expect(dialog(page).getByRole('alert')).toContainText('You are not signed in any more.')
  await expect(dialog(page).getByRole('link', { name: 'Sign in' })).toHaveAttribute('target', '_blank')
  await expect(title).toHaveValue('My own title')
  await context.addCookies(cookies)
  await save.click()
  await expect(dialog(page)).toContainText('Saved under a new link.')
  await closeDialog(page)

  await writeScript(page, 'x')
  await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(dialog(page)).toContainText('There is nothing to save yet.')
})

test('a link that is opened without the server says so, and tries again', async ({ page, context }) => {
  await page.route('**/api/**', (route) => route.abort())
  await page.goto(`/s/${'a'.repeat(22)}`)
  await expect(page.getByRole('heading', { name: 'The link could not be opened' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('The server did not answer.')
  await context.unrouteAll()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'There is no script to see at this link' })).toBeVisible()
})
