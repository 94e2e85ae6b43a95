// What most attack tests begin with: the product's page and frame on a site of its own, opened.
import { test as base } from '@playwright/test'
import { serveProduct } from './product.ts'
import { openSite, type Site } from './site.ts'

export const test = base.extend<{ site: Site }>({
  site: [
    async ({ page }, provide) => {
      const site = await openSite()
      await serveProduct(site)
      await page.goto(site.origin)
      await provide(site)
      await site.close()
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
