// On a small screen nothing scrolls sideways but code, and the menu has everything.
import { expect, test } from '../setup/fixtures.ts'
import { ORIGINAL_PAGES } from './original-pages.ts'

const PAGES = [
  '/',
  '/integrations/',
  ...ORIGINAL_PAGES.map(({ slug }) => `/integrations/${slug}/`),
  ...['/docs/runtime/', '/docs/errors/', '/docs/hosting/', '/docs/start/'],
]

for (const width of [390, 320]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 800 }, hasTouch: true })
    for (const path of PAGES) {
      test(`${path} fits`, async ({ page }) => {
        await page.goto(path)
        // What is folded has to fit too, once it is opened.
        await page.locator('main details').evaluateAll((all) => {
          for (const details of all as HTMLDetailsElement[]) details.open = true
        })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      })
    }
  })
}

test.describe('the menu', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('leads to the sections, the integrations, the guides and signing in', async ({ page }) => {
    await page.goto('/integrations/upstash/')
    await page.getByRole('button', { name: 'Menu' }).click()
    const menu = page.locator('#starlight__sidebar')
    for (const name of ['Playground', 'Upstash Redis', 'The Lua runtime', 'Sign in']) {
      await expect(menu.getByRole('link', { name })).toBeVisible()
    }
    await menu.getByRole('link', { name: 'The Lua runtime' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Lua runtime')
  })
})
