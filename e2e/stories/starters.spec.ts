// Right after connecting, three scripts to begin with: each opens in the playground, Live, on that very account.
import { AxeBuilder } from '@axe-core/playwright'
import { clock, panel, pressRun, script, waitForEditor } from './playground.ts'
import { expect, fillConnection, signUp, test } from './live.ts'

test('by keyboard: connect, choose a starter, run it on the account that is not the default one', async ({
  page,
  vendors,
}) => {
  await page.goto('/sign-in/?to=/accounts/')
  await signUp(page)
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  await fillConnection(page, vendors.main)
  await expect(page.getByRole('navigation', { name: 'Try main' }).getByRole('link')).toHaveCount(3)
  await page.getByRole('button', { name: 'Connect another' }).click()
  await page.getByLabel('Name').fill('work')
  await fillConnection(page, vendors.work)

  const offered = page.getByRole('navigation', { name: 'Try work' })
  await expect(offered.getByRole('link')).toHaveText([
    'Look at the first keys',
    'Count the keys by their prefix',
    'List the databases, and open the first',
  ])
  // The management half was left out.
  await expect(offered.getByRole('listitem').last()).toContainText('needs The Upstash account')
  await expect(offered.getByRole('listitem').first()).not.toContainText('needs')
  const { violations } = await new AxeBuilder({ page }).include('.ac-starters').analyze()
  expect(violations).toEqual([])

  vendors.main.log.length = 0
  vendors.work.log.length = 0
  await offered.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await waitForEditor(page)
  await expect(page.getByRole('button', { name: 'Live', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('combobox', { name: 'Account of Upstash Redis' })).toHaveValue('work')
  await expect(script(page)).toContainText('upstash.list_keys({})')
  // It comes from this site, so it is not held back as a stranger's would be; still nothing ran.
  await expect(page.getByRole('region', { name: 'Script from a link' })).toHaveCount(0)
  expect(vendors.work.log).toHaveLength(0)
  await pressRun(page)
  await expect(clock(page)).toContainText('done')
  await expect(clock(page)).toContainText('Live')
  await expect(panel(page)).toContainText(/\d+ keys/)
  expect([vendors.main.log.length, vendors.work.log.length > 1]).toEqual([0, true])

  await page.reload()
  await waitForEditor(page)
  await expect(page.getByRole('combobox', { name: 'Account of Upstash Redis' })).toHaveValue('work')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('the starters fit and are tapped', async ({ page, vendors }) => {
    await page.goto('/sign-in/?to=/accounts/')
    await signUp(page)
    await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
    await fillConnection(page, vendors.main)
    const second = page.getByRole('navigation', { name: 'Try main' }).getByRole('link').nth(1)
    await expect(second).toBeVisible()
    expect((await second.boundingBox())!.height).toBeGreaterThanOrEqual(32)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await second.tap()
    // A phone has the plain editor.
    await expect(page.getByRole('textbox').first()).toHaveValue(/prefixes/)
    await expect(page.getByRole('button', { name: 'Live', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await pressRun(page)
    await expect(clock(page)).toContainText('done')
    await expect(panel(page)).toContainText(/\d+ prefixes/)
  })
})

test('the link itself carries no trust: opened elsewhere, the script is a stranger’s', async ({
  page,
  browser,
  server,
}) => {
  const response = await page.request.get('/integrations/upstash.starters.json')
  const [first] = (await response.json()) as { href: string }[]
  const stranger = await browser.newPage({ baseURL: server.url })
  await stranger.goto(first!.href)
  await waitForEditor(stranger)
  await expect(stranger.getByRole('region', { name: 'Script from a link' })).toBeVisible()
  await expect(stranger.getByRole('button', { name: 'Live', exact: true })).toBeDisabled()
  await stranger.close()
})
