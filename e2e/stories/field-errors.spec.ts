// A vendor that refuses single fields: the page shows which, in the output and at the call, and leads to what the code means.
import { expect, test } from '../setup/fixtures.ts'
import { clock, openPlayground, panel, pressRun, writeScript } from './playground.ts'

const TAKEN =
  'app.integrations.clerk.create_user({ email_address = "alex.rivera@example.com", skip_password_requirement = true })'

test('the fields that a vendor refuses stand with the error', async ({ page }) => {
  await openPlayground(page)
  await writeScript(page, TAKEN)
  await pressRun(page)
  await expect(clock(page)).toContainText('failed')
  const fields = panel(page).locator('.pg-error-fields')
  await expect(fields).toContainText('email_address')
  await expect(fields).toContainText('taken')
  await expect(fields).toContainText('form_identifier_exists')
  await expect(panel(page)).not.toContainText('undefined')

  await page.getByRole('tab', { name: /Calls/ }).click()
  await page.getByRole('button', { name: /clerk\.create_user/ }).click()
  await expect(panel(page).locator('.pg-error-fields')).toContainText('email_address')
  const link = panel(page).getByRole('link', { name: 'invalid_argument' })
  const explained = page.context().waitForEvent('page')
  await link.click()
  const docs = await explained
  await expect(docs).toHaveURL(/\/docs\/errors\/#invalid_argument$/)
  await expect(docs.locator('tr#invalid_argument')).toBeInViewport()
})
