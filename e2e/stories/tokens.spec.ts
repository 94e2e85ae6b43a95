// An API token from the accounts page to a script in a shell, and its end.
import { AxeBuilder } from '@axe-core/playwright'
import { installKosmo } from '../kosmo/install.ts'
import { expect, fillConnection, signUp, test } from './live.ts'

test('a token is made, shown once, used by the command, and revoked', async ({ page, vendors, server }) => {
  await using kosmo = await installKosmo()
  await page.goto('/sign-in/?to=/accounts/')
  await signUp(page)
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  await fillConnection(page, vendors.main)
  await expect(page.getByRole('article', { name: 'Account main' })).toContainText('works')

  await page.getByRole('button', { name: 'Make a token' }).click()
  const form = page.getByRole('form', { name: 'Make a token' })
  await form.getByRole('checkbox', { name: /^Read/ }).uncheck()
  await form.getByRole('checkbox', { name: /All integrations/ }).uncheck()
  await form.getByRole('button', { name: 'Make the token' }).click()
  await expect(form).toContainText('Give it a name')
  await expect(form).toContainText('Choose at least one kind of function')
  await expect(form).toContainText('Choose at least one integration')
  await form.getByLabel('Name', { exact: true }).fill('nightly report')
  await form.getByRole('checkbox', { name: /^Read/ }).check()
  await form.getByRole('checkbox', { name: 'Upstash Redis' }).check()
  await form.getByLabel('Ends after').selectOption('7')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await form.getByRole('button', { name: 'Make the token' }).click()

  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  expect(token).toMatch(/^kosmo_\w{43}$/)
  const card = page.getByRole('article', { name: 'Token nightly report' })
  await expect(card).toContainText('Upstash Redis')
  await expect(card).toContainText('never')

  const env = { KOSMO_SERVER: server.url, KOSMO_TOKEN: token }
  const script = 'print(app.integrations.upstash.get_key("user:1234:session").value)'
  const ran = await kosmo.run(['integrations:lua', '--eval', script], { env })
  expect(ran).toEqual({ out: 'sess_8f2c1e\n', err: '', code: 0 })

  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)
  await expect(card).toContainText('just now')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await card.getByRole('button', { name: 'Revoke', exact: true }).click()
  await card.getByRole('button', { name: 'Revoke nightly report' }).click()
  await expect(card).toHaveCount(0)
  await expect(page.getByText('The token nightly report is revoked')).toBeFocused()
  const refused = await kosmo.run(['integrations:lua', '--eval', script], { env })
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('not_signed_in')
})
