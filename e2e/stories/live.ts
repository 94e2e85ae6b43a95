// Stories on real accounts: two local vendors that play Upstash, a server that may reach them, and a signed-up user.
import { randomInt, randomUUID } from 'node:crypto'
import { type Page } from '@playwright/test'
import { demo as upstash } from '../../src/demo/upstash.ts'
import { test as base } from '../setup/fixtures.ts'
import { startServer } from '../setup/server.ts'
import { type MountedVendor, mountVendor } from '../vendors/mount.ts'

export interface Vendors {
  main: MountedVendor
  work: MountedVendor
}

export const test = base.extend<object, { vendors: Vendors }>({
  vendors: [
    async ({}, provide) => {
      const [main, work] = await Promise.all([mountVendor(upstash), mountVendor(upstash)])
      await provide({ main, work })
      await Promise.all([main.close(), work.close()])
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ vendors }, provide) => {
      const hosts = [...vendors.main.hosts, ...vendors.work.hosts].join(',')
      const server = await startServer({ env: { PRIVATE_HOSTS: hosts, TRUSTED_PROXIES: '127.0.0.1' } })
      await provide(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'

export const PASSWORD = 'a long enough password'

/** Fills in the form of the sign-in page, which must be open, as somebody new. Returns the address used. */
export async function signUp(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.com`
  // Tries are counted by network, and all of these tests come from one: each user here comes through a proxy from another.
  await page.context().setExtraHTTPHeaders({ 'X-Forwarded-For': makeAddress() })
  await page.getByRole('button', { name: 'Create one' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return email
}

/** An address of the network that is kept for tests (RFC 2544). */
function makeAddress(): string {
  return `198.18.${randomInt(256)}.${randomInt(1, 255)}`
}

/** Fills in the connect form, which must be open, with the database of a local vendor. */
export async function fillConnection(page: Page, vendor: MountedVendor, token?: string): Promise<void> {
  await page.getByLabel('REST URL').fill(vendor.settings['redis_url']!)
  await page.getByLabel('REST token').fill(token ?? vendor.secrets['rest_token']!)
  await page.getByRole('button', { name: 'Connect Upstash Redis' }).click()
}

/** A new user with one or two connected accounts, at the playground, Live. */
export async function openLive(page: Page, vendors: Partial<Vendors>): Promise<void> {
  await page.goto('/sign-in/?to=/accounts/')
  await signUp(page)
  for (const [name, vendor] of Object.entries(vendors)) {
    await page.getByRole('button', { name: /^Connect (Upstash Redis|another)$/ }).click()
    await page.getByLabel('Name').fill(name)
    await fillConnection(page, vendor)
    await page.getByRole('article', { name: `Account ${name}` }).waitFor()
  }
  await page.goto('/playground/')
  await page.getByRole('button', { name: 'Live', exact: true }).click()
}
