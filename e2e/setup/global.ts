// Before all browser tests: the shared PostgreSQL; the site and the server must have been built.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import startTestDatabase from '../../server/db/testing/global-setup.ts'
import { findChromium } from './chromium.ts'
import { ROOT } from './server.ts'

export default async function prepareStories(): Promise<() => Promise<void>> {
  if (!existsSync(join(ROOT, 'build/server/main.mjs'))) throw new Error('Nothing is built: run npm run build')
  if (!findChromium()) throw new Error('No Chromium: run npx playwright install chromium, or set CHROMIUM_PATH')
  return startTestDatabase()
}
