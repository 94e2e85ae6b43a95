// Where the unit tests lie: pure parts without set-up, server and stories with one PostgreSQL for the whole run.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores: more workers only make every test slower.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'src', include: ['src/**/*.test.{ts,tsx}', 'content/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'e2e/**/*.test.ts'],
          globalSetup: ['server/db/testing/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
