// Every kind of page: no error, nothing refused by the policy, no finding of axe, in both themes.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../setup/fixtures.ts'
import { watchPage } from './watch-page.ts'

const PAGES = [
  '/',
  '/integrations/',
  // The others are looked at in e2e/stories/integrations.spec.ts.
  '/integrations/upstash/',
  '/docs/runtime/',
  '/docs/errors/',
  '/docs/hosting/',
  '/docs/decisions/',
  '/accounts/',
  '/sign-in/',
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

for (const path of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} in the ${colorScheme} theme is accessible and reports no error`, async ({ browser, server }) => {
      const context = await browser.newContext({ colorScheme })
      const page = await context.newPage()
      const complaints = watchPage(page)
      await page.goto(server.url + path)
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      expect(complaints).toEqual([])
      await context.close()
    })
  }
}

test('the playground is under the same policy', async ({ page }) => {
  const complaints = watchPage(page)
  await page.goto('/playground/')
  await expect(page.getByRole('button', { name: 'Run' }).first()).toBeVisible()
  expect(complaints).toEqual([])
})

test('the guide of the command names the server that shows it', async ({ page }) => {
  await page.goto('/docs/kosmo/')
  const { origin } = new URL(page.url())
  await expect(page.getByText(`npm install --global ${origin}/kosmo.tgz`)).toBeVisible()
  await expect(page.getByText(`"KOSMO_SERVER": "${origin}"`)).toBeVisible()
})

test('a wrong address has a page that leads on', async ({ page }) => {
  const response = await page.goto('/integrations/nowhere/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
  await expect(page.getByRole('link', { name: 'All integrations' })).toBeVisible()
})

test('the theme is chosen with one button and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.getByRole('button', { name: 'Theme: as the system' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.goto('/docs/start/')
  await expect(html).toHaveAttribute('data-theme', 'dark')
})
