// Where the unit tests lie: pure parts without set-up, server and stories with one PostgreSQL for the whole run.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores: more workers only make every test slower.
    maxWorkers: 2,
    // Times are for a machine that does other things too; a test that hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      { extends: true, test: { name: 'src', include: ['src/**/*.test.{ts,tsx}', 'content/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'e2e/**/*.test.ts'],
          globalSetup: ['server/db/testing/global-setup.ts'],
        },
      },
    ],
  },
})
