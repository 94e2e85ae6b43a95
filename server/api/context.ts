// What every procedure is given: the parts of the server, and what is known of one request.
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type Catalog } from '../../src/contract/catalog.ts'
import { type Pool } from '../db/pool.ts'
import { type Egress } from '../egress/egress.ts'
import { type Settings } from '../settings.ts'
import { type Vault } from '../vault/vault.ts'
import { type CallSlots } from './calls/call-slots.ts'

/** The settings that procedures read. */
export type ApiSettings = Pick<Settings, 'signUp' | 'privateHosts' | 'credentials' | 'limits'>

/** What main.ts hands over once; the same for every request. */
export interface ApiParts {
  pool: Pool
  vault: Vault
  egress: Egress
  catalog: Catalog
  settings: ApiSettings
  clock: () => Date
}

export interface ApiContext extends ApiParts {
  db: NodePgDatabase
  slots: CallSlots
  /** Names the request in the log and in an `internal` error. */
  requestId: string
  /** From a session cookie whose signature is ours; not yet looked up. */
  sessionToken: string | null
  /** Hash of the API token in the request, empty for one that is none of ours; with it there is no session. */
  apiTokenHash: string | null
  /** Logs a fault of ours that the caller gets an ordinary answer for. */
  reportError: (error: unknown) => void
  /** Aborts when the caller goes away. */
  signal: AbortSignal
}

/** Context behind `signedIn`. */
export interface SignedInContext extends ApiContext {
  user: { id: string; name: string; email: string }
}
