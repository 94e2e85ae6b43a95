// Accounts as their owner changes them: named, tested, replaced, permitted, deleted. No value ever comes back.
import { expect, fillConnection, PASSWORD, signUp, test } from './live.ts'

// Signing up, connecting and several looks at one page take their time on a busy machine.
test.describe.configure({ timeout: 90_000 })

test('an account from connecting to deleting', async ({ page, vendors }) => {
  await page.goto('/sign-in/?to=/accounts/')
  await signUp(page)
  await expect(page.getByText('No account is connected yet')).toBeVisible()
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  await expect(page.getByText('No field is filled in.')).toBeVisible()
  await page.getByLabel('REST URL').fill('no address')
  await page.getByLabel('REST token').fill('with spaces in it')
  await expect(page.getByText('This is no address')).toBeVisible()
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
  await expect(page.getByLabel('REST URL')).toBeFocused()
  await expect(page.getByLabel('REST URL')).toBeInViewport()
  await fillConnection(page, vendors.main)
  const main = page.getByRole('article', { name: 'Account main' })
  await expect(main).toContainText('One database works')
  await expect(main).toContainText('Default')
  await expect(main).not.toContainText(vendors.main.secrets['rest_token']!)

  await page.getByRole('button', { name: 'Connect another' }).click()
  await page.getByLabel('Name').fill('work')
  await fillConnection(page, vendors.work)
  const work = page.getByRole('article', { name: 'Account work' })
  await work.getByRole('button', { name: 'Make default' }).click()
  await expect(work.getByText('Default', { exact: true })).toBeVisible()
  await expect(main.getByText('Default', { exact: true })).toHaveCount(0)

  await main.getByRole('button', { name: 'Rename' }).click()
  await main.getByLabel('New name').fill('work')
  await main.getByRole('button', { name: 'Rename', exact: true }).last().click()
  await expect(main).toContainText('already have an account named')
  await main.getByLabel('New name').fill('private')
  await main.getByRole('button', { name: 'Rename', exact: true }).last().click()
  const renamed = page.getByRole('article', { name: 'Account private' })
  await expect(renamed).toBeVisible()

  await renamed.getByRole('button', { name: 'Replace keys' }).click()
  await renamed.getByLabel('REST token').fill('another-wrong-token')
  await renamed.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(renamed).toContainText('failed with refused_key')

  await renamed.getByRole('button', { name: 'Permissions' }).click()
  await renamed.getByRole('group', { name: 'Writes' }).getByRole('radio', { name: 'Deny' }).check()
  await page.reload()
  await renamed.getByRole('button', { name: 'Permissions' }).click()
  await expect(renamed.getByRole('group', { name: 'Writes' }).getByRole('radio', { name: 'Deny' })).toBeChecked()

  await renamed.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(renamed).toContainText('Live runs that name private will fail')
  await renamed.getByRole('button', { name: 'Delete private' }).click()
  await expect(renamed).toHaveCount(0)
})

test('signing in: wrong password, taken address, and out again', async ({ page }) => {
  await page.goto('/sign-in/?to=/accounts/')
  const email = await signUp(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)

  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not this one at all')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('No account has this e-mail address and password.')

  await page.getByRole('button', { name: 'Create one' }).click()
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('The password is too short')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('alert')).toContainText('Sign in instead')

  await page.getByRole('button', { name: 'Sign in instead' }).click()
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/accounts/)
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
})

test('a way back never leads off this site', async ({ page }) => {
  await page.goto('/sign-in/?to=//evil.example/')
  await signUp(page)
  expect(new URL(page.url()).pathname).toBe('/accounts/')
})
