// Playground, accounts and sign-in for keyboard, screen reader and small screens, in both themes.
import { AxeBuilder } from '@axe-core/playwright'
import { type Page } from '@playwright/test'
import { expect, openLive, test } from './live.ts'
import { clock, openPlayground, panel, pressRun, question, waitForEditor, writeScript } from './playground.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Names of the rules that the page breaks, with the elements. */
async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the playground breaks no rule of WCAG 2.2 AA', async ({ page }) => {
      await openPlayground(page)
      expect(await findViolations(page)).toEqual([])
      await pressRun(page)
      await expect(clock(page)).toContainText('done')
      await page.getByRole('tab', { name: /Calls/ }).click()
      await panel(page)
        .getByRole('button', { name: /upstash.get_key/ })
        .click()
      expect(await findViolations(page)).toEqual([])
      await writeScript(page, 'error("no")')
      await pressRun(page)
      await expect(panel(page)).toContainText('The script failed')
      expect(await findViolations(page)).toEqual([])
      await page.getByRole('button', { name: '? Keys' }).click()
      expect(await findViolations(page)).toEqual([])
    })

    test('accounts and a question break none either', async ({ page, vendors }) => {
      await page.goto('/accounts/')
      await page.getByRole('link', { name: 'Sign in' }).last().waitFor()
      expect(await findViolations(page)).toEqual([])
      await page.goto('/sign-in/')
      await page.getByLabel('E-mail address').waitFor()
      expect(await findViolations(page)).toEqual([])
      await openLive(page, { main: vendors.main })
      await waitForEditor(page)
      await pressRun(page)
      await expect(question(page)).toBeVisible()
      expect(await findViolations(page)).toEqual([])
      await page.goto('/accounts/')
      for (const name of ['Permissions', 'Replace keys', 'Delete']) {
        await page.getByRole('button', { name, exact: true }).click()
        expect(await findViolations(page)).toEqual([])
      }
    })
  })
}

test('everything is reached by keyboard', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, 'return { list = { 1, 2, 3 }, name = "x" }')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('tab', { name: /Result/ })).toHaveAttribute('aria-selected', 'true')

  // Tab indents until Control M; then it leaves the editor.
  await page.keyboard.press('Control+M')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tab', { name: /Result/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const tree = page.getByRole('tree', { name: 'Value 1' })
  await expect(tree.getByRole('treeitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('treeitem')).toHaveCount(3)
  await expect(tree.getByRole('treeitem', { name: /list/ })).toHaveAttribute('aria-expanded', 'false')
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('edits, runs and shows, with Run under the thumb', async ({ page }) => {
    await page.goto('/playground/')
    const editor = page.getByRole('textbox', { name: 'Lua script' })
    await editor.fill('print("from a phone")\nerror("stop")')
    const run = page.getByRole('button', { name: 'Run', exact: true })
    const box = (await run.boundingBox())!
    expect(box.y + box.height).toBeGreaterThan(780)
    expect(box.height).toBeGreaterThanOrEqual(44)
    await run.tap()
    await expect(panel(page)).toContainText('from a phone')
    await page.getByRole('button', { name: 'Go to line 2' }).tap()
    await expect(editor).toBeFocused()
    await expect(page.getByText('Ln 2, Col 1')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await findViolations(page)).toEqual([])
  })
})

test('where Monaco cannot be loaded, a plain editor does the same', async ({ page }) => {
  await page.route(/monaco-host/, (route) => route.abort())
  await page.goto('/playground/')
  const editor = page.getByRole('textbox', { name: 'Lua script' })
  await editor.fill('print("plain")\nerror("stop")')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(panel(page)).toContainText('plain')
  await page.getByRole('button', { name: 'Go to line 2' }).click()
  await expect(editor).toBeFocused()
})
