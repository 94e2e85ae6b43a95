// From what the database says of an attempt to a refusal, or to what the call may go on with.
import { CallFailure } from '../../../src/contract/errors.ts'
import { type AccountState, type CallStart, type RunState } from '../../db/queries/begin-call.ts'

/** An attempt that was counted, or whose approval was used up: a run that goes on, and its audit row. */
export interface StartedCall {
  user: string
  grant: RunState
  account: AccountState | null
  approved: boolean
  allowedForRun: boolean
  audit: string
}

/**
 * Refuses an attempt that goes no further.
 *
 * @throws CallFailure; for a run of someone else the same as for one that never was
 */
export function judgeStart(start: CallStart, approval: string | null, callsPerMinute: number): StartedCall {
  const { run, audit } = start
  if (start.callsThisMinute > callsPerMinute) {
    throw new CallFailure('rate_limited', `More than ${callsPerMinute} calls in one minute.`)
  }
  if (!start.covered) {
    throw new CallFailure('forbidden', 'The API token does not cover this call.', {
      hint: 'Make a token under Accounts that covers this integration and this kind of function.',
    })
  }
  if (!run) throw new CallFailure('no_grant', 'You have no such run.')
  if (!run.scriptMatches) throw new CallFailure('no_grant', 'The run was started for another script.')
  if (!run.catalogMatches) throw new CallFailure('stale_page', 'The reference has changed since the run was started.')
  if (run.finished) throw new CallFailure('no_grant', 'The run has ended.')
  if (run.expired) throw new CallFailure('no_grant', 'The run has expired.')
  if (approval !== null) {
    if (start.decision === 'deny') throw new CallFailure('denied', 'You denied this call.')
    if (!start.approved) throw new CallFailure('approval_required', 'The approval does not fit this call.', unfitting)
  } else {
    if (!run.numberIsNew) throw new CallFailure('no_grant', 'A call with this number was made before.')
    if (run.callsUsed >= run.callLimit) {
      throw new CallFailure('call_limit', `A run may make ${run.callLimit} calls.`)
    }
  }
  // Two requests that met at one row can both look fine here; only one of them was counted and has its audit row.
  if (audit === null) throw new CallFailure('no_grant', 'A call with this number was made before.')
  const { user, account, approved, allowedForRun } = start
  return { user, grant: run, account, approved, allowedForRun, audit }
}

const unfitting = {
  hint: 'It was used, has expired, was given to another call, or the account was changed since. Run again and allow it.',
}
