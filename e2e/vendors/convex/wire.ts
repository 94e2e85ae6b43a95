// What Convex must receive and what Lua must see, per function: written by hand from the source of the backend, of its system
// functions and of the npm client, never from our definition.
// https://docs.convex.dev/http-api/, https://github.com/get-convex/convex-backend (npm-packages/system-udfs, crates/local_backend)
import { type WireTable } from '../wire-case.ts'
import { lookCases } from './look-cases.ts'
import { queryCases } from './query-cases.ts'
import { writeCases } from './write-cases.ts'

export const table: WireTable = {
  slug: 'convex',
  settings: { deployment_url: 'https://wire-test-123.convex.cloud' },
  secrets: { access_token: 'dev:wire-test-123|wire-deploy-key-5f0c' },
  headers: {},
  cases: [...lookCases, ...queryCases, ...writeCases],
}
