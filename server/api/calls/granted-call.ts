// A call that is counted under its run, with all that is known of it.
import { type FunctionDefinition, type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { type Arguments } from '../../../src/vendor/handler.ts'
import { type AccountState } from '../../db/queries/begin-call.ts'
import { type StartedCall } from './judge-start.ts'

export interface CountedCall extends StartedCall {
  integration: IntegrationDefinition
  fn: FunctionDefinition
  args: Arguments
  argumentsHash: string
  /** Id of the run. */
  run: string
  number: number
  /** As the script named it. */
  accountName: string | null
}

/** One whose account exists. */
export type PlacedCall = CountedCall & { account: AccountState }
