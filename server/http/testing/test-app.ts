// The app around a built site of a few files, asked without a socket.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { indexSite } from '../../make/index-site.ts'
import { readSettings } from '../../settings.ts'
import { type AccessLine } from '../access-log.ts'
import { type AppParts, createApp } from '../app.ts'
import { createOrigins } from '../origins.ts'
import { openSite } from '../site.ts'
import { makeTemporaryFolder } from '../../testing/temporary-folder.ts'

export const LONG = '<p>The same words again. </p>'.repeat(200)

const FILES: Record<string, string> = {
  'dist/index.html': `<h1>Home</h1>${LONG}`,
  'dist/404.html': '<h1>No such page</h1>',
  'dist/docs/start/index.html': '<h1>Start</h1>',
  'dist/integrations/upstash.md': '# Upstash\n',
  'dist/_astro/page.Bx9_12ab.js': 'export {}',
  'dist/catalog/index.0123456789abcdef.json': '{}',
  'dist/catalog/index.json': '{}',
  'dist/a name/index.html': 'spaces',
  'dist/playground/index.html': '<h1>Playground</h1>',
  'secret.txt': 'not of the site',
  'build/sandbox/frame.html': '<script>1</script>',
  'build/sandbox/frame.json': JSON.stringify({
    scriptHash: `sha256-${createHash('sha256').update('1').digest('base64')}`,
  }),
}

export interface TestApp {
  fetch: (request: Request) => Response | Promise<Response>
  ask(path: string, init?: RequestInit): Promise<Response>
  lines: AccessLine[]
  errors: unknown[]
}

/** @param environment settings; the app believes to listen on port 4321 */
export async function buildApp(
  environment: Record<string, string> = {},
  parts: Partial<AppParts> = {},
): Promise<TestApp> {
  const root = makeTemporaryFolder('site')
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  await indexSite(root)
  const settings = readSettings(environment)
  const lines: AccessLine[] = []
  const errors: unknown[] = []
  const app = createApp({
    settings,
    origins: createOrigins(settings.publicUrl, settings.host, 4321),
    root,
    site: openSite(root),
    development: false,
    isReady: () => Promise.resolve(true),
    log: (line) => lines.push(line),
    logError: (_, error) => errors.push(error),
    readSnippet: () => Promise.resolve(null),
    mountApi: (routes) => {
      routes.post('/api/trpc/:procedure', async (c) => c.json({ read: (await c.req.text()).length }))
      routes.get('/api/auth/reset-password/:token', (c) => c.text('reset'))
      routes.get('/api/broken', () => {
        throw new Error('it holds canary-51c2')
      })
    },
    ...parts,
  })
  return {
    fetch: app.fetch,
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers)
      if (!headers.has('Host')) headers.set('Host', '127.0.0.1:4321')
      return app.request(path, { ...init, headers })
    },
    lines,
    errors,
  }
}
