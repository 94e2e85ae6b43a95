// What every procedure is given: the parts of the server, and what is known of one request.
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type Catalog } from '../../src/contract/catalog.ts'
import { type FunctionDefinition, type IntegrationDefinition } from '../../src/contract/definition.ts'
import { type CallError } from '../../src/contract/errors.ts'
import { type ReplyView, type RequestView } from '../../src/contract/http.ts'
import { type Arguments } from '../../src/vendor/handler.ts'
import { type Pool } from '../db/pool.ts'
import { type Settings } from '../settings.ts'
import { type Secret } from '../vault/secret.ts'
import { type Vault } from '../vault/vault.ts'

/** The settings that procedures read. */
export type ApiSettings = Pick<Settings, 'signUp' | 'privateHosts' | 'credentials'>

/** What main.ts hands over once; the same for every request. */
export interface ApiParts {
  pool: Pool
  vault: Vault
  performCall: (call: VendorCall) => Promise<VendorOutcome>
  catalog: Catalog
  settings: ApiSettings
  clock: () => Date
}

/** A call with its credentials; see performCall. */
export interface VendorCall {
  integration: IntegrationDefinition
  fn: FunctionDefinition
  args: Arguments
  secrets: Record<string, Secret>
  /** Plain values of the `url` fields. */
  settings: Record<string, string>
  signal: AbortSignal
}

/** What a vendor call came to, redacted. */
export type VendorOutcome =
  | { ok: true; value: string; exchanges: { request: RequestView; reply: ReplyView }[] }
  | { ok: false; error: CallError; exchanges: { request: RequestView; reply: ReplyView | null }[] }

export interface ApiContext extends ApiParts {
  db: NodePgDatabase
  /** Names the request in the log and in an `internal` error. */
  requestId: string
  /** From a session cookie whose signature is ours; not yet looked up. */
  sessionToken: string | null
  /** Aborts when the caller goes away. */
  signal: AbortSignal
}

/** Context behind `signedIn`. */
export interface SignedInContext extends ApiContext {
  user: { id: string; name: string; email: string }
}
