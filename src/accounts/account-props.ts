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
  /** What the test right after connecting said. */
  firstTest: TestedHalf[] | null
  changes: AccountChanges
}
