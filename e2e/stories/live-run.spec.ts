// Somebody new signs up from a script, connects two databases, and is back at the same script each time.
import { clock, openPlayground, panel, pressRun, script, waitForEditor, writeScript } from './playground.ts'
import { expect, fillConnection, openLive, signUp, test } from './live.ts'

const SCRIPT = `local main = app.integrations.upstash
local work = app.integrations.upstash.work
local a = main.get_key({ key = "greeting" }).value
local b = work.list_keys({ pattern = "*" })
print("main", a, "work", type(b))
`

test('sign up, connect, run on two accounts', async ({ page, vendors }) => {
  await openPlayground(page)
  await writeScript(page, SCRIPT)
  await page.getByRole('button', { name: 'Live', exact: true }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await signUp(page)

  await waitForEditor(page)
  await expect(page.getByRole('button', { name: 'Live', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(script(page)).toContainText('work.list_keys')
  await page.getByRole('link', { name: 'Connect Upstash Redis' }).first().click()
  await fillConnection(page, vendors.main)

  await waitForEditor(page)
  await expect(page.getByText('The script asks for the account work')).toBeVisible()
  await page.getByRole('link', { name: 'Connect Upstash Redis' }).click()
  await expect(page.getByLabel('Name')).toHaveValue('work')
  await fillConnection(page, vendors.work)

  await waitForEditor(page)
  vendors.main.log.length = 0
  vendors.work.log.length = 0
  await pressRun(page)
  await expect(clock(page)).toContainText('done')
  await expect(clock(page)).toContainText('Live')
  await expect(panel(page)).toContainText(/main.*work\ttable/)
  expect(vendors.main.log.map(({ body }) => body)).toEqual(['["GET","greeting"]'])
  expect(vendors.work.log).toHaveLength(1)
})

test('a wrong key gives the refusal of the vendor, and leads to the accounts', async ({ page, vendors }) => {
  await page.goto('/sign-in/?to=/accounts/')
  await signUp(page)
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  await fillConnection(page, vendors.main, 'a-wrong-token')
  await expect(page.getByText(/failed with refused_key/)).toBeVisible()

  await page.goto('/playground/')
  await page.getByRole('button', { name: 'Live', exact: true }).click()
  await pressRun(page)
  await expect(panel(page)).toContainText(/main\.lua:5: upstash\.get_key: refused_key: /)
  await expect(panel(page)).toContainText('Replace the key under Accounts.')
  await expect(panel(page).getByRole('link', { name: 'Open accounts' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText('a-wrong-token')
})

test('the account that stands for the default one can be chosen for a run', async ({ page, vendors }) => {
  await openLive(page, vendors)
  vendors.main.log.length = 0
  vendors.work.log.length = 0
  await writeScript(page, 'print(app.integrations.upstash.get_key({ key = "a" }).key)')
  await page.getByRole('combobox', { name: 'Account of Upstash Redis' }).selectOption('work')
  await pressRun(page)
  await expect(clock(page)).toContainText('done')
  expect([vendors.main.log.length, vendors.work.log.length]).toEqual([0, 1])
})
