// Browser tests: user stories in e2e against the built server.
import { defineConfig } from '@playwright/test'
import { launchOptions } from './e2e/setup/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/setup/global.ts',
  outputDir: 'test-results',
  workers: 2,
  // Times are for a machine that does other things too: a test that hangs is found all the same, a slow one passes.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env['CI']),
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    screenshot: 'only-on-failure',
    trace: 'off',
    // Colours are looked at as they end, never on their way.
    contextOptions: { reducedMotion: 'reduce' },
  },
})
