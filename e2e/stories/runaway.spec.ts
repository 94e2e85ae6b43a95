// Scripts that never end or print without end are stopped, and the page stays usable all the while.
import { expect, test } from '../setup/fixtures.ts'
import { clock, openPlayground, panel, pressRun, writeScript } from './playground.ts'

test('a loop that never ends is stopped', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, 'print("begun")\nwhile true do end')
  await pressRun(page)
  await expect(panel(page)).toContainText('begun')
  // The page answers while Lua is busy.
  await page.getByRole('tab', { name: /Calls/ }).click()
  await expect(page.getByRole('tab', { name: /Calls/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(clock(page)).toContainText('stopped')
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible()

  await writeScript(page, 'print("again")')
  await pressRun(page)
  await expect(panel(page)).toContainText('again')
})

test('output without end is cut, with a note', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, 'for i = 1, 20000 do print("line", i) end')
  await pressRun(page)
  await expect(clock(page)).toContainText(/done|failed/)
  await expect(page.getByRole('tab', { name: /Output/ })).toContainText(/10,00\d/)
  await expect(page.getByText('The output is cut here')).toBeInViewport()
})
