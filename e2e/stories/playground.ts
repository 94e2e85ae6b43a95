// The playground as a story uses it: its editor, its buttons and its tabs.
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the playground and waits until its editor takes input. */
export async function openPlayground(page: Page, hash = ''): Promise<void> {
  await page.goto(`/playground/${hash}`)
  await waitForEditor(page)
}

export async function waitForEditor(page: Page): Promise<void> {
  await expect(page.locator('.pg-monaco[data-ready=true]')).toBeVisible()
}

/** Replaces the whole script by typing it in, as a paste does. */
export async function writeScript(page: Page, source: string): Promise<void> {
  await waitForEditor(page)
  await page.locator('.view-lines').click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(source)
}

/** The lines of the editor that are in sight; drawn a frame or more after the text is set, so wait for what they hold. */
export function script(page: Page): Locator {
  return page.locator('.view-lines')
}

export async function pressRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
}

/** What the chosen tab shows. */
export function panel(page: Page): Locator {
  return page.getByRole('tabpanel')
}

export function question(page: Page): Locator {
  return page.getByRole('group', { name: /^Allow this/ })
}

/** Where the run stands: `done · 0.25 s · 2 calls`. */
export function clock(page: Page): Locator {
  return page.locator('.pg-clock')
}
