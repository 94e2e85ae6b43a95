// Saved links as a story uses them: saving one, reading its parts, taking a script over.
import { expect, type Locator, type Page } from '@playwright/test'
import { openPlayground, writeScript } from './playground.ts'

export const SHARED = `-- title: Compare two databases
local here = app.integrations.upstash
local there = app.integrations.upstash.team
local a = here.get_key({ key = "greeting" }).value
local b = there.list_keys({ pattern = "*" })
print("here", a, "there", type(b))
`

export function dialog(page: Page): Locator {
  return page.getByRole('dialog')
}

/** The region over a script that came by a link. */
export function banner(page: Page): Locator {
  return page.getByRole('region', { name: 'Script from a link' })
}

/** Saves a script of the page's user, who is signed in, under a new link. Returns its address. */
export async function saveLink(page: Page, source: string, options: { title?: string; only?: true } = {}) {
  await openPlayground(page)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'New script' }).click()
  await writeScript(page, source)
  await page.getByRole('button', { name: 'Share' }).click()
  if (options.title) await dialog(page).getByLabel('Title', { exact: true }).fill(options.title)
  if (options.only)
    await dialog(page)
      .getByRole('radio', { name: /Only me/ })
      .check()
  await dialog(page).getByRole('button', { name: 'Save as a link' }).click()
  return readLink(page)
}

/** The link that the open dialog shows. */
export async function readLink(page: Page): Promise<string> {
  const field = dialog(page).getByRole('textbox', { name: 'Your link' })
  await expect(field).toHaveValue(/\/s\/[0-9A-Za-z]{22}$/)
  return field.inputValue()
}

export async function closeDialog(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Close' }).click()
}
