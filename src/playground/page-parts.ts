// What the playground of a page is made of: the runner with the server behind it, the catalog, the session.
import { type Api, createApi, createLiveApi } from '../run/api.ts'
import { type CatalogSource, createCatalogSource } from '../run/catalog.ts'
import { createRunner, type Runner } from '../run/runner.ts'
import { createSnippetApi, type SnippetApi } from '../run/snippets.ts'
import { type Session } from './live/session.ts'
import { type ReadSession } from './live/use-session.ts'

/** Addresses of the built files that a page brings along. */
export interface PageAddresses {
  catalogUrl: string
  /** Where they are not those of this build. */
  frameUrl?: string
  wasmUrl?: string
}

export interface PageParts {
  runner: Runner
  catalog: CatalogSource
  snippets: SnippetApi
  readSession: ReadSession
}

export function createPageParts(addresses: PageAddresses): PageParts {
  const api = createApi()
  return {
    runner: createRunner({ ...addresses, live: createLiveApi(api) }),
    catalog: createCatalogSource(addresses.catalogUrl),
    snippets: createSnippetApi(api),
    readSession: () => readSession(api),
  }
}

async function readSession(api: Api): Promise<Session> {
  try {
    const { user } = await api.session.get.query()
    if (!user) return { phase: 'signed-out', accounts: [] }
    return { phase: 'signed-in', accounts: await api.accounts.list.query() }
  } catch {
    return { phase: 'unreachable', accounts: [] }
  }
}
