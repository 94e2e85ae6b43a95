// Every state of a saved link, on a desktop and a phone, in both themes: nothing too wide, no rule of WCAG broken.
import { AxeBuilder } from '@axe-core/playwright'
import { type Page } from '@playwright/test'
import { expect, fillConnection, signUp, test } from './live.ts'
import { banner, closeDialog, dialog, SHARED } from './snippets.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

/** Keeps a picture among the results, and looks at what a picture does not show. */
async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' })
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const broken = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  expect([name, broken]).toEqual([name, []])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect([name, over]).toEqual([name, 0])
}

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, hasTouch: size === 'phone', isMobile: size === 'phone' })

      test('a saved link looks right in each of its states', async ({ page, baseURL, vendors }) => {
        const headers = { origin: baseURL! }
        await page.goto('/sign-in/?to=/links/')
        await signUp(page)
        await page.getByText('No script is saved under a link.').waitFor()
        await look(page, 'links-empty')
        const data = { source: SHARED, title: 'Compare two databases', visibility: 'link' }
        const saved = await page.request.post('/api/trpc/snippets.save', { data, headers })
        const { result } = (await saved.json()) as { result: { data: { id: string } } }
        const path = `/s/${result.data.id}`
        await page.goto(path)
        await page.getByRole('region', { name: 'Your link' }).waitFor()
        await look(page, 'own')
        await page.getByRole('button', { name: 'Share' }).click()
        await dialog(page).getByRole('button', { name: 'Save it once more' }).click()
        await look(page, 'share-version')
        await dialog(page).getByRole('button', { name: 'Revoke' }).click()
        await look(page, 'share-revoke')
        await page.goto('/links/')
        await page.getByRole('article').getByRole('button', { name: 'Revoke' }).click()
        await look(page, 'links-revoke')

        await page.context().clearCookies()
        await page.evaluate(() => localStorage.clear())
        await page.goto(path)
        await expect(banner(page).getByRole('button', { name: 'Take over' })).toBeInViewport({ ratio: 1 })
        await look(page, 'opened')
        await banner(page).getByRole('button', { name: 'Take over' }).click()
        await look(page, 'take-over-visitor')
        await page.goto('/sign-in/?to=/accounts/')
        await signUp(page)
        for (const [name, vendor] of Object.entries(vendors)) {
          await page.goto(`/accounts/?connect=upstash&name=${name}`)
          await fillConnection(page, vendor)
          await page.getByRole('article', { name: `Account ${name}` }).waitFor()
        }
        await page.goto(path)
        await banner(page).getByRole('button', { name: 'Take over' }).click()
        await dialog(page).getByRole('combobox', { name: 'Account of Upstash Redis for team' }).selectOption('')
        await look(page, 'take-over')
        await dialog(page).getByRole('button', { name: 'Take over' }).click()
        await page.getByRole('button', { name: 'Live', exact: true }).click()
        await page.getByRole('combobox', { name: /team: another one/ }).waitFor()
        await look(page, 'live-missing')
        await page.getByRole('combobox', { name: /team: another one/ }).selectOption('work')
        await expect(page.getByRole('combobox', { name: 'Account of Upstash Redis for team' })).toHaveValue('work')
        await look(page, 'live-ready')
        await page.getByRole('button', { name: 'Share' }).click()
        await dialog(page).getByLabel('Title', { exact: true }).waitFor()
        await look(page, 'share-fork')
        await closeDialog(page)
        await page.goto(`/s/${'a'.repeat(22)}`)
        await page.getByRole('heading', { name: 'There is no script to see at this link' }).waitFor()
        await look(page, 'gone')
      })
    })
  }
}
