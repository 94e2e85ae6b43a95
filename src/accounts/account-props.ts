// What is handed down to everything that shows one account.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type Api } from '../run/api.ts'
import { type Account, type TestedHalf } from './account-data.ts'
import { type AccountChanges } from './use-accounts.ts'

export interface AccountProps {
  api: Api
  account: Account
  definition: IntegrationDefinition
  others: readonly Account[]
  /** Of an account that was connected since the page was opened: what the test right after it said. */
  fresh: { tested: TestedHalf[] | null } | null
  changes: AccountChanges
}
