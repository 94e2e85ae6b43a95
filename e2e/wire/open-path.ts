// The whole path of a Live call, as a page drives it but without the browser: Lua, router, vault, egress, vendor.
import { createTRPCClient, httpLink } from '@trpc/client'
import { type AppRouter } from '../../server/api/router.ts'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { type ApprovalDecision, type ApprovalRequest } from '../../src/contract/call.ts'
import { type Host } from '../../src/contract/host.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { type RunResult } from '../../src/contract/run.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { createLiveApi } from '../../src/run/api.ts'
import { createCallLog } from '../../src/run/call-log.ts'
import { createHost } from '../../src/run/host.ts'
import { createLiveCaller } from '../../src/run/live-caller.ts'
import { type CallRecord } from '../../src/run/run-events.ts'

export interface LiveRun {
  result: RunResult
  output: string
  /** The last state of each call, by number. */
  calls: CallRecord[]
}

export interface PathOptions {
  /** Answers the server's questions; a single yes by default. */
  decide?: (request: ApprovalRequest) => ApprovalDecision
  /** Aborts when the reader stops the run. */
  signal?: AbortSignal
  /** Version of the catalog that the page was made with; the server's own by default. */
  version?: string
}

export interface Path extends AsyncDisposable {
  api: TestApi
  /** Runs a script Live as this user. */
  run(user: Caller, source: string, options?: PathOptions): Promise<LiveRun>
}

/** Starts the server with the real catalog; `hosts` are the local vendors that egress may reach. */
export async function openPath(hosts: string[], settings: Record<string, string> = {}): Promise<Path> {
  const catalog = loadCatalog()
  const api = await startApi({ PRIVATE_HOSTS: hosts.join(','), ...settings }, catalog)
  const wasm = await loadWasm()

  async function run(user: Caller, source: string, options: PathOptions = {}) {
    const { decide = () => 'once', signal = new AbortController().signal } = options
    const calls: CallRecord[] = []
    const { index } = catalog
    const caller = createLiveCaller({
      api: createLiveApi(connectClient(user)),
      source,
      origin: 'mine',
      catalog: options.version ?? index.version,
      accounts: {},
      signal,
      ask: (_number, request) => Promise.resolve(decide(request)),
    })
    const log = createCallLog(index, (record) => (calls[record.number - 1] = record), Date.now)
    const refuse = () => Promise.reject(new Error('no documentation here'))
    const docs = { list: refuse, search: refuse, read: refuse }
    const host: Host = createHost({ caller: caller.call, docs, log, callsPerRun: LIMITS.callsPerRun })
    let output = ''
    const runtime = await loadRuntime(wasm)
    const result = await runtime.run(
      { source, index, clock: null, seed: null, limits: LIMITS },
      host,
      (text) => (output += text),
    )
    caller.finish()
    return { result, output, calls }
  }
  return { api, run, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() }
}

function connectClient(user: Caller) {
  const headers = { cookie: user.cookie, origin: user.origin }
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${user.origin}/api/trpc`, methodOverride: 'POST', headers })],
  })
}
