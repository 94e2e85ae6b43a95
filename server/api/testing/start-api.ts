// The real app on loopback with a fresh database, the fixture's integrations and a vendor of its own.
import { randomBytes } from 'node:crypto'
import { type Catalog } from '../../../src/contract/catalog.ts'
import { type Pool } from '../../db/pool.ts'
import { withDatabase } from '../../db/testing/with-database.ts'
import { createEgress } from '../../egress/create-egress.ts'
import { createApp } from '../../http/app.ts'
import { describeForLog } from '../../http/error-line.ts'
import { listen } from '../../http/listen.ts'
import { createOrigins } from '../../http/origins.ts'
import { type Site } from '../../http/site.ts'
import { readSettings } from '../../settings.ts'
import { createVault } from '../../vault/vault.ts'
import { mountApi } from '../mount.ts'
import { createSnippetReader } from '../snippets/create-reader.ts'
import { Caller } from './caller.ts'
import { createFixtureCatalog } from './fixture-catalog.ts'
import { type LocalVendor, startLocalVendor } from './local-vendor.ts'

export interface TestApi extends AsyncDisposable {
  origin: string
  pool: Pool
  vendor: LocalVendor
  catalog: Catalog
  /** What the server takes for the time, in milliseconds since 1970. */
  time: { now: number }
  /** Text of every SQL statement since the list was last emptied. */
  statements: string[]
  /** Every line that the server logged. */
  log: string[]
  /** A caller without a session. */
  visitor(): Caller
  /** A caller who has just signed up under this name. */
  signUp(name: string): Promise<Caller>
  /** An account whose base URL is the vendor's; answers its id. */
  connect(caller: Caller, integration?: string, name?: string): Promise<string>
}

/** A site of two pages: what is served for the addresses of snippets. */
function findPage(path: string): ReturnType<Site['find']> {
  if (path !== '/playground/' && path !== '/404.html') return undefined
  const content = Buffer.from(`<title>${path}</title>`)
  const file = { type: 'text/html; charset=utf-8', hashed: false, hash: '0', encodings: [] }
  return { kind: 'file', ...file, read: () => Promise.resolve(content) }
}

/**
 * @param environment settings beside those that the test needs
 * @param catalog what the server knows; the fixture's two integrations by default
 */
export async function startApi(
  environment: Record<string, string> = {},
  catalog: Catalog = createFixtureCatalog(),
): Promise<TestApi> {
  const stack = new AsyncDisposableStack()
  const vendor = stack.use(await startLocalVendor())
  const { pool } = stack.use(await withDatabase())
  const statements: string[] = []
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: [string | { text: string }, ...unknown[]]) => {
      statements.push(typeof args[0] === 'string' ? args[0] : args[0].text)
      return query(...args)
    }) as typeof client.query
  })
  const key = `k1:${randomBytes(32).toString('base64')}`
  const settings = readSettings({ MASTER_KEYS: key, PRIVATE_HOSTS: vendor.host, DATA_DIR: '/nowhere', ...environment })
  const listener = await listen('127.0.0.1', 0, [])
  stack.defer(() => listener.drain(0))
  const egress = createEgress(settings)
  stack.defer(() => egress.close())
  const origins = createOrigins(settings.publicUrl, '127.0.0.1', listener.port)
  const origin = `http://127.0.0.1:${listener.port}`
  const time = { now: Date.now() }
  const log: string[] = []
  const logError = (request: string, error: unknown) => log.push(`${request} ${JSON.stringify(describeForLog(error))}`)
  const masterKeys = settings.masterKeys!
  const clock = () => new Date(time.now)
  const app = createApp({
    settings,
    origins,
    root: '/nowhere',
    site: { find: findPage },
    development: false,
    isReady: () => Promise.resolve(true),
    log: (line) => log.push(JSON.stringify(line)),
    logError,
    readSnippet: createSnippetReader({ pool, clock, origins, masterKeys }),
    mountApi: (routes) => {
      mountApi(routes, {
        pool,
        vault: createVault(masterKeys),
        egress,
        catalog,
        settings,
        clock,
        origins,
        masterKeys,
        logError,
      })
    },
  })
  listener.serve(app.fetch)
  return {
    origin,
    pool,
    vendor,
    catalog,
    time,
    statements,
    log,
    visitor: () => new Caller(origin),
    signUp: (name) => new Caller(origin).signUp(name),
    async connect(caller, integration = 'alpha', name = 'main') {
      const fields = { url: vendor.url, token: 'sekret-token' }
      const answer = await caller.ask('accounts.connect', { integration, name, fields })
      if (answer.status !== 200) throw new Error(`accounts.connect answered ${answer.text}`)
      return answer.data.id as string
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
