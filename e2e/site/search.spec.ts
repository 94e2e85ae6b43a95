// Finding a function from any page, by keyboard alone.
import { loadCatalog } from '../../src/catalog/load.ts'
import { countOf } from '../../src/reference/wording.ts'
import { expect, test } from '../setup/fixtures.ts'

const definitions = Object.values(loadCatalog().integrations)

/** What stands above the list for these integrations. */
function describeCount(found: typeof definitions): string {
  const functions = found.flatMap((definition) => definition.functions)
  return `${countOf(found.length, 'integration')} · ${countOf(functions.length, 'function')}`
}

test('the search finds a function and leads to its place on the page', async ({ page }) => {
  await page.goto('/docs/start/')
  await page.locator('dialog input').waitFor({ state: 'attached' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('get_key')
  const first = page.getByRole('option').first()
  await expect(first).toContainText('get_key')
  await expect(first).toContainText('Upstash Redis')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/integrations\/upstash\/#get_key$/)
  await expect(page.locator('#get_key')).toBeInViewport()
})

test('error codes and arguments are found too, and nothing is said to be nothing', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Search' }).click()
  const input = page.getByRole('combobox')
  await input.fill('missing_credentials')
  await expect(page.getByRole('option').first()).toBeVisible()
  await input.fill('qqqqzzzz')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the catalog filters by function and effect, keeps the filter in the address, and says when nothing is left', async ({
  page,
}) => {
  await page.goto('/integrations/')
  const upstash = page.getByRole('link', { name: 'Upstash Redis' }).last()
  await page.getByLabel('Filter by name or function').fill('set_key')
  await expect(upstash).toBeVisible()
  await expect(page).toHaveURL(/\?q=set_key$/)
  await page.getByLabel('Filter by name or function').fill('qqqqzzzz')
  await expect(page.getByText('No integration matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page.getByText(describeCount(definitions))).toBeVisible()
  await expect(page).toHaveURL(/\/integrations\/$/)
  await page.goto('/integrations/?effect=destructive')
  await expect(page.getByLabel('Effect')).toHaveValue('destructive')
  await expect(upstash).toBeVisible()
  await expect(page.locator('catalog-filter li', { hasText: 'Render' })).toBeHidden()
})

test('the catalog filters by category, authentication and Demo, together', async ({ page }) => {
  await page.goto('/integrations/?category=productivity')
  await expect(
    page.getByText(describeCount(definitions.filter(({ category }) => category === 'productivity'))),
  ).toBeVisible()
  await page.getByLabel('Category').selectOption('data')
  await page.getByLabel('Authentication').selectOption('Deploy key')
  await expect(page.getByText(describeCount(definitions.filter(({ auth }) => auth === 'Deploy key')))).toBeVisible()
  await page.getByLabel('Demo').selectOption('no')
  await expect(page.getByText('No integration matches')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Authentication')).toHaveValue('Deploy key')
  await expect(page.getByText('No integration matches')).toBeVisible()
  await page.goto('/integrations/?category=nothing-of-this-name')
  await expect(page.getByText(describeCount(definitions))).toBeVisible()
})

test('the catalog is a plain list without scripts', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/integrations/`)
  await expect(page.getByRole('heading', { name: 'Upstash Redis' })).toBeVisible()
  await expect(page.getByLabel('Filter by name or function')).toBeHidden()
  await page.goto(`${server.url}/integrations/upstash/`)
  await expect(page.locator('run-example .badge.recorded').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run' })).toHaveCount(0)
  await context.close()
})
