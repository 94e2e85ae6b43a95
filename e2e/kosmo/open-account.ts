// A user with an account at a local vendor, and tokens for the installed command.
import { demo } from '../../src/demo/upstash.ts'
import { type Caller } from '../../server/api/testing/caller.ts'
import { mountVendor, type MountedVendor } from '../vendors/mount.ts'
import { openPath } from '../wire/open-path.ts'
import { installKosmo, type Kosmo } from './install.ts'

export interface Account extends AsyncDisposable {
  /** What the server takes for the time. */
  time: { now: number }
  kosmo: Kosmo
  vendor: MountedVendor
  user: Caller
  /** The environment of a token with these scopes, of this user or another one, perhaps of another server. */
  makeEnvironment(effects: string[], of?: Caller): Promise<{ KOSMO_SERVER: string; KOSMO_TOKEN: string }>
}

/** The account is `work` at Upstash; it is the default one. */
export async function openAccount(): Promise<Account> {
  const vendor = await mountVendor(demo)
  const [kosmo, path] = await Promise.all([installKosmo(), openPath(vendor.hosts)])
  const user = await path.api.signUp('cron')
  const fields = { ...vendor.settings, ...vendor.secrets }
  const connected = await user.ask('accounts.connect', { integration: 'upstash', name: 'work', fields })
  if (connected.status !== 200) throw new Error(`the account was not connected: ${connected.text}`)
  return {
    ...{ kosmo, vendor, user, time: path.api.time },
    async makeEnvironment(effects, of = user) {
      const made = await of.ask('tokens.create', { name: 'cron', effects, integrations: ['upstash'], days: 1 })
      return { KOSMO_SERVER: of.origin, KOSMO_TOKEN: (made.data as { token: string }).token }
    },
    async [Symbol.asyncDispose]() {
      await kosmo[Symbol.asyncDispose]()
      await path[Symbol.asyncDispose]()
      await vendor.close()
    },
  }
}
