// What pages weigh, compressed, and that no server code is among it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '../setup/fixtures.ts'
import { ROOT } from '../setup/server.ts'

/** Kilobytes after gzip, of everything of a kind that a first visit loads. */
const BUDGETS = {
  '/': { document: 8, script: 12, stylesheet: 24, font: 80 },
  '/integrations/': { document: 8, script: 12, stylesheet: 24, font: 80 },
  '/integrations/upstash/': { document: 22, script: 12, stylesheet: 24, font: 80 },
  '/integrations/render/': { document: 28, script: 12, stylesheet: 24, font: 80 },
  // The largest: 35 functions.
  '/integrations/clerk/': { document: 48, script: 12, stylesheet: 24, font: 80 },
  '/docs/errors/': { document: 12, script: 12, stylesheet: 24, font: 80 },
  '/docs/runtime/': { document: 12, script: 12, stylesheet: 24, font: 80 },
}

for (const [path, budget] of Object.entries(BUDGETS)) {
  test(`${path} stays within its budget`, async ({ page }) => {
    const weights: Record<string, number> = { document: 0, script: 0, stylesheet: 0, font: 0 }
    const seen: Promise<void>[] = []
    page.on('response', (response) => {
      const kind = response.request().resourceType()
      if (!(kind in weights)) return
      seen.push(
        response.body().then((body) => {
          weights[kind]! += (kind === 'font' ? body.length : gzipSync(body).length) / 1000
        }),
      )
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    await Promise.all(seen)
    for (const [kind, most] of Object.entries(budget)) {
      expect.soft(weights[kind], `${kind} of ${path} in kB`).toBeLessThanOrEqual(most)
    }
  })
}

test('no script of the site holds code of the server', () => {
  const folder = join(ROOT, 'dist/_astro')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(5)
  for (const name of scripts) {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const mark of ['DATABASE_URL', 'MASTER_KEYS', 'drizzle', 'aes-256-gcm']) {
      expect(text.includes(mark), `${mark} in ${name}`).toBe(false)
    }
  }
})
