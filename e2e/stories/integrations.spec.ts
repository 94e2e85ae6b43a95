// A reader on the page of each integration, on a phone and at a desk, in both themes: it fits, it is accessible, it runs.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../setup/fixtures.ts'
import { ORIGINAL_PAGES } from '../site/original-pages.ts'
import { watchPage } from '../site/watch-page.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

for (const { slug, title, names } of ORIGINAL_PAGES) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${slug}, ${screen}, ${colorScheme}`, async ({ browser, server }, info) => {
        const context = await browser.newContext({ baseURL: server.url, viewport, colorScheme })
        const page = await context.newPage()
        const complaints = watchPage(page)
        await page.goto(`/integrations/${slug}/`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)

        // From the list at the top to the function, and its example on sample data.
        await page.getByRole('list', { name: 'Functions' }).getByRole('link', { name: names[1]!, exact: true }).click()
        const section = page.locator('section.function', { has: page.locator(`h3#${names[1]!}`) })
        await expect(section.locator('h3')).toBeInViewport()
        const example = section.locator('run-example').first()
        await example.getByRole('button', { name: 'Run' }).click()
        await expect(example.locator('.badge.demo')).toBeVisible()
        await expect(example.locator('.note')).toHaveText(/^\d+ calls? · /)
        await expect(example.locator('.problem')).toBeHidden()
        await info.attach(`${slug}, function`, { body: await page.screenshot(), contentType: 'image/png' })

        // Colours are the same on every screen, and looking at each costs the most.
        const rules = screen === 'phone' ? ['color-contrast'] : []
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).disableRules(rules).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
        expect(complaints).toEqual([])
        await page.evaluate(() => {
          scrollTo(0, 0)
        })
        await info.attach(`${slug}, top`, { body: await page.screenshot(), contentType: 'image/png' })
        await context.close()
      })
    }
  }
}
