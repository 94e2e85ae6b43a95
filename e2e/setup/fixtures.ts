// What every browser story begins with: a page on a server of its own, which must report no error of its own.
import { test as base } from '@playwright/test'
import { type RunningServer, startServer } from './server.ts'

interface WorkerFixtures {
  /** One server per worker; a story that changes settings starts another with `startServer`. */
  server: RunningServer
}

export const test = base.extend<object, WorkerFixtures>({
  server: [
    async ({}, provide) => {
      const server = await startServer()
      await provide(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, provide) => {
    await provide(server.url)
  },
})

export { expect } from '@playwright/test'
