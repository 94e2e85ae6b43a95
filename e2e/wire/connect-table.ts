// Connects the account of a wire table, with every base URL at a local server.
import { type Caller } from '../../server/api/testing/caller.ts'
import { type WireTable } from '../vendors/wire-case.ts'

/** @param origin where the vendor is; the paths of its base URLs are kept */
export async function connectTable(user: Caller, table: WireTable, origin: string, name = 'wire') {
  const settings = Object.entries(table.settings).map(([field, base]) => [field, origin + pathOf(base)])
  const fields = { ...table.secrets, ...(Object.fromEntries(settings) as Record<string, string>) }
  return user.ask('accounts.connect', { integration: table.slug, name, fields })
}

/** The path of a base URL, without a slash at its end. */
export function pathOf(base: string): string {
  return new URL(base).pathname.replace(/\/$/, '')
}
