// A visitor runs an example where it stands, then edits it in the playground: no account, no server.
import { expect, test } from '../setup/fixtures.ts'
import { watchPage } from '../site/watch-page.ts'
import { clock, panel, pressRun, script, waitForEditor, writeScript } from './playground.ts'

test('an example runs on the page, and again in the playground', async ({ page }) => {
  const complaints = watchPage(page)
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/')) calls.push(request.url())
  })
  await page.goto('/integrations/upstash/')
  const example = page.locator('run-example').first()
  await example.getByRole('button', { name: /^Run/ }).click()
  await expect(example.getByText('Demo', { exact: true })).toBeVisible()
  await example.getByRole('link', { name: /^Edit/ }).click()

  await waitForEditor(page)
  await expect(page.getByText('This script came by a link')).toHaveCount(0)
  await pressRun(page)
  await expect(clock(page)).toContainText('done')
  await expect(clock(page)).toContainText('Demo')
  expect(calls).toEqual([])
  expect(complaints).toEqual([])
})

test('the starter script runs at once', async ({ page }) => {
  await page.goto('/playground/')
  await waitForEditor(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(panel(page)).toContainText('visits:\t1')
  await page.getByRole('tab', { name: /Calls/ }).click()
  await expect(panel(page).getByRole('listitem')).toHaveCount(2)
  await panel(page)
    .getByRole('button', { name: /upstash.set_key/ })
    .click()
  await expect(panel(page)).toContainText('Authorization: Bearer ‹rest_token›')
  await expect(panel(page)).toContainText('["SET","visits","1"]')
  await page.getByRole('tab', { name: /Result/ }).click()
  await expect(panel(page).getByRole('tree')).toContainText('count1')
})

test('sample data stays until it is reset', async ({ page }) => {
  await page.goto('/playground/')
  await waitForEditor(page)
  await pressRun(page)
  await expect(panel(page)).toContainText('visits:\t1')
  await pressRun(page)
  await expect(panel(page)).toContainText('visits:\t2')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Reset sample data' }).click()
  await pressRun(page)
  await expect(panel(page)).toContainText('visits:\t1')
})

test('an error leads to its line, typing leaves the address alone', async ({ page }) => {
  await page.goto('/playground/')
  await writeScript(page, 'print("before")\n\nlocal x\nprint(x.y)\n')
  await pressRun(page)
  await expect(panel(page)).toContainText('before')
  await expect(panel(page)).toContainText(/main\.lua:4: attempt to index a nil value/)
  await page.getByRole('button', { name: 'Go to line 4' }).click()
  await expect(page.getByText('Ln 4, Col 7')).toBeVisible()
  await expect(page.locator('.pg-monaco')).toContainText('print(x.y)')
  expect(new URL(page.url()).hash).toBe('')
})

test('a script that does not parse says so while it is written', async ({ page }) => {
  await page.goto('/playground/')
  await writeScript(page, 'local a = 1\nlocal = 2\n')
  await page.getByRole('button', { name: '1 problem' }).click()
  await expect(page.getByText(/^Ln 2,/)).toBeVisible()
  await expect(script(page)).toContainText('local')
})
