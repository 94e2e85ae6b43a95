// A draft outlives a reload, a crash of the tab and the tab itself; tabs keep theirs apart.
import { type Page } from '@playwright/test'
import { expect, test } from '../setup/fixtures.ts'
import { openPlayground, script, waitForEditor, writeScript } from './playground.ts'

const MINE = '-- title: Mine\nprint("mine")'

/** Waits until the browser has let go of what closed tabs held, which it does in its own time. */
async function waitForRelease(page: Page): Promise<void> {
  await page.goto('/llms.txt')
  await expect.poll(() => page.evaluate(() => navigator.locks.query().then(({ held }) => held))).toEqual([])
}

test('a reload brings the draft back', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, MINE)
  await page.reload()
  await waitForEditor(page)
  await expect(script(page)).toContainText('title: Mine')
})

test('the tab crashes, and the draft is there', async ({ page, context }) => {
  await openPlayground(page)
  await writeScript(page, MINE)
  await expect(page.getByText('Draft saved in this tab')).toBeVisible()
  const crashed = page.waitForEvent('crash')
  page.goto('chrome://crash').catch(() => undefined)
  await crashed
  // A tab that crashed is dead to the test; a new one knows nothing but what the browser kept.
  const next = await context.newPage()
  await waitForRelease(next)
  await openPlayground(next)
  await expect(next.getByRole('status')).toContainText(['A draft of a closed tab is kept: Mine.'])
  await next.getByRole('button', { name: 'Restore it' }).click()
  await expect(next.locator('.view-lines')).toContainText('title: Mine')
})

test('two tabs do not write over each other', async ({ page, context }) => {
  await openPlayground(page)
  await writeScript(page, '-- title: One')
  const other = await context.newPage()
  await openPlayground(other)
  await writeScript(other, '-- title: Two')
  await expect(other.getByText('Draft saved in this tab')).toBeVisible()
  await page.reload()
  await waitForEditor(page)
  await expect(script(page)).toContainText('title: One')
  await other.reload()
  await waitForEditor(other)
  await expect(script(other)).toContainText('title: Two')
})

test('the draft of a closed tab can be restored', async ({ page, context }) => {
  const other = await context.newPage()
  await openPlayground(other)
  await writeScript(other, MINE)
  await expect(other.getByText('Draft saved in this tab')).toBeVisible()
  await other.close()

  await waitForRelease(page)
  await openPlayground(page)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Restore a draft' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore Mine' }).click()
  await expect(page.locator('.view-lines')).toContainText('title: Mine')
})

test('a new script keeps the one before it', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, MINE)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'New script' }).click()
  await expect(page.locator('.view-lines')).not.toContainText('Mine')
  await page.getByRole('button', { name: 'Restore it' }).click()
  await expect(page.locator('.view-lines')).toContainText('title: Mine')
})
