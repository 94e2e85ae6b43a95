// A link hands a script to somebody else: they see what it would do, and nothing of it runs before they say so.
import { type Page } from '@playwright/test'
import { expect, test } from '../setup/fixtures.ts'
import { clock, openPlayground, panel, script, waitForEditor, writeScript } from './playground.ts'

const SHARED = `-- title: Handed over
local upstash = app.integrations.upstash
print("<img src=x onerror=document.title='hacked'>")
upstash.work.set_key({ key = "a", value = "1" })
upstash.delete_key({ key = "a" })
`

/** Writes the script in one browser and takes its link. */
async function share(page: Page, source: string): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPlayground(page)
  await writeScript(page, source)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('/playground/#1')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  return copied()
}

test('another browser opens the link and sees it inert', async ({ page, browser, baseURL }) => {
  const link = await share(page, SHARED)
  expect(new URL(link).hash).toMatch(/^#1[\w-]+$/)
  expect(new URL(page.url()).hash).toBe('')

  const stranger = await browser.newPage({ baseURL: baseURL! })
  const calls: string[] = []
  stranger.on('request', (request) => {
    if (request.url().includes('/api/')) calls.push(request.url())
  })
  await stranger.goto(link)
  await waitForEditor(stranger)
  const banner = stranger.getByRole('region', { name: 'Script from a link' })
  await expect(banner).toContainText('Nothing has run')
  await expect(banner.getByRole('term')).toHaveText(['Upstash Redis, work', 'Upstash Redis, default account'])
  await expect(banner.getByRole('definition')).toHaveText(['set_keyWrite', 'delete_keyDestructive'])
  await expect(stranger.getByRole('button', { name: 'Live', exact: true })).toBeDisabled()
  await stranger.locator('.view-lines').click()
  await stranger.keyboard.insertText('print("changed")')
  await expect(script(stranger)).toContainText('set_key')
  await expect(script(stranger)).not.toContainText('changed')
  await expect(clock(stranger)).toHaveCount(0)

  await banner.getByRole('button', { name: 'Run on Demo' }).click()
  await expect(clock(stranger)).toContainText('done')
  await expect(panel(stranger)).toContainText("<img src=x onerror=document.title='hacked'>")
  await expect(stranger).not.toHaveTitle('hacked')
  expect(calls).toEqual([])
  await stranger.close()
})

test('a linked script is taken over on purpose, and the own draft is kept', async ({ page, context }) => {
  const link = await share(page, SHARED)
  const reader = await context.newPage()
  await openPlayground(reader)
  await writeScript(reader, '-- title: My own')
  await reader.goto(link)
  await reader.reload()
  await waitForEditor(reader)
  await reader.getByRole('button', { name: 'Take over' }).click()
  const dialog = reader.getByRole('dialog', { name: 'Take over this script?' })
  await expect(dialog).toContainText('delete_key')
  await expect(dialog).toContainText('Destructive')
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(reader.getByRole('region', { name: 'Script from a link' })).toHaveCount(0)
  await expect(reader.getByRole('button', { name: 'Live', exact: true })).toBeEnabled()

  await reader.getByRole('button', { name: 'More' }).click()
  await reader.getByRole('button', { name: 'Restore a draft' }).click()
  await expect(reader.getByRole('dialog')).toContainText('My own')
})

test('an edited linked script stays linked, over a reload too', async ({ page, context }) => {
  const link = await share(page, SHARED)
  const reader = await context.newPage()
  await reader.goto(link)
  await waitForEditor(reader)
  await reader.getByRole('button', { name: 'Edit', exact: true }).click()
  await writeScript(reader, 'print("changed")')
  await expect(reader.getByText('Draft saved in this tab')).toBeVisible()
  await reader.reload()
  await waitForEditor(reader)
  await expect(script(reader)).toContainText('changed')
  await expect(reader.getByRole('region', { name: 'Script from a link' })).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Live', exact: true })).toBeDisabled()
})

test('a damaged link says so and costs nothing', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, '-- title: My own')
  await expect(page.getByText('Draft saved in this tab')).toBeVisible()
  await openPlayground(page, '#1AAAA')
  await page.reload()
  await waitForEditor(page)
  await expect(page.getByText('damaged or cut off')).toBeVisible()
  await expect(script(page)).toContainText('My own')
})

test('without the clipboard the link is shown', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })
  })
  await openPlayground(page)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('does not let this page use the clipboard')).toBeVisible()
  const link = page.getByRole('textbox', { name: 'Link with the whole script' })
  await expect(link).toHaveValue(/\/playground\/#1[\w-]+$/)
  await expect(link).toBeFocused()
})
