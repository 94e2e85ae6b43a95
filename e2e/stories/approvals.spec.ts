// A write on a real account asks first: denied, allowed once, allowed for the run; a destructive one each time.
import { clock, panel, pressRun, question, writeScript } from './playground.ts'
import { expect, openLive, test } from './live.ts'

const WRITE = `local upstash = app.integrations.upstash
local ok, err = pcall(upstash.set_key, { key = "story", value = "1" })
print(ok, ok and "" or err.code)
`

test('a write is denied, then allowed', async ({ page, vendors }) => {
  await openLive(page, { main: vendors.main })
  const { log } = vendors.main
  log.length = 0
  await writeScript(page, WRITE)
  await pressRun(page)
  await expect(question(page)).toBeFocused()
  await expect(question(page)).toContainText('Allow this write to Upstash Redis?')
  await expect(question(page)).toContainText('Account main')
  await expect(question(page)).toContainText('["SET","story","1"]')
  await expect(question(page)).toContainText('Authorization: Bearer ‹rest_token›')
  await expect(page.locator('.pg-marked').first()).toBeVisible()
  await expect(clock(page)).toContainText('waiting')

  // Keys that were on their way decide nothing.
  for (const key of ['Escape', 'Enter', ' ']) await page.keyboard.press(key)
  await expect(question(page)).toBeVisible()
  expect(log).toEqual([])

  await question(page).getByRole('button', { name: 'Deny' }).click()
  await expect(panel(page)).toContainText('false\tdenied')
  expect(log).toEqual([])

  await pressRun(page)
  await question(page).getByRole('button', { name: 'Allow once' }).click()
  await expect(panel(page)).toContainText('true')
  expect(log.map(({ body }) => body)).toEqual(['["SET","story","1"]'])
})

test('a write allowed for the run asks once', async ({ page, vendors }) => {
  await openLive(page, { main: vendors.main })
  vendors.main.log.length = 0
  await writeScript(
    page,
    'for i = 1, 3 do app.integrations.upstash.set_key({ key = "n" .. i, value = "v" }) end\nprint("all")',
  )
  await pressRun(page)
  await question(page).getByRole('button', { name: 'Allow for this run' }).click()
  await expect(panel(page)).toContainText('all')
  expect(vendors.main.log).toHaveLength(3)
})

test('a destructive call says so, and offers nothing for the run', async ({ page, vendors }) => {
  await openLive(page, { main: vendors.main })
  await writeScript(page, 'print(app.integrations.upstash.delete_key({ key = "story" }).key)')
  await pressRun(page)
  await expect(question(page)).toContainText('Allow this destructive call to Upstash Redis?')
  await expect(question(page).getByRole('button')).toHaveText(['Allow once', 'Deny'])
  await question(page).getByRole('button', { name: 'Allow once' }).click()
  await expect(clock(page)).toContainText('done')
})

test('Stop answers the question with no', async ({ page, vendors }) => {
  await openLive(page, { main: vendors.main })
  vendors.main.log.length = 0
  await writeScript(page, WRITE)
  await pressRun(page)
  await expect(question(page)).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(clock(page)).toContainText('stopped')
  await expect(question(page)).toHaveCount(0)
  expect(vendors.main.log).toEqual([])
})
