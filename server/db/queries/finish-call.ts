// The second statement of a call: what it came to, or the question that it raised.
import { type Pool } from '../pool.ts'

/** What the audit row keeps of a call: no payload and no secret. */
export interface CallResult {
  /** `ok` or an error code. */
  outcome: string
  /** HTTP status of the last reply; null where there was none. */
  status: number | null
  milliseconds: number
  /** Bytes of the value that Lua receives. */
  bytes: number
  /** Id of the account, where a request was sent with it. */
  usedAccount: string | null
  /** The run that has now read from an integration, where the call was a read. */
  read: { run: string; integration: string } | null
}

const COMPLETE = `
with used_account as (
  update account set last_used_at = $7 where user_id = $1 and id = $8
), read_by_run as (
  update run set integrations_read = array_append(integrations_read, $10::text)
  where user_id = $1 and id = $9 and not ($10::text = any (integrations_read))
)
update audit set outcome = $3, status = $4, milliseconds = $5, bytes = $6
where user_id = $1 and id = $2`

/** Completes the audit row of a call. */
export async function completeCall(
  pool: Pool,
  user: string,
  audit: string,
  result: CallResult,
  now: Date,
): Promise<void> {
  await pool.query({
    name: 'complete-call',
    text: COMPLETE,
    values: [
      user,
      audit,
      result.outcome,
      result.status,
      Math.round(result.milliseconds),
      result.bytes,
      now.toISOString(),
      result.usedAccount,
      result.read?.run ?? null,
      result.read?.integration ?? null,
    ],
  })
}

/** A question as it is stored: bound to all that makes up the call. */
export interface NewApproval {
  id: string
  run: string
  number: number
  /** Id. */
  account: string
  function: string
  argumentsHash: string
  mayAllowRun: boolean
  expiresAt: Date
}

const ASK = `
with asked as (
  insert into approval (id, user_id, run_id, number, account_id, function, arguments_hash, may_allow_run, created_at, expires_at)
  values ($3, $1, $4, $5, $6, $7, $8, $9, $10, $11)
)
update audit set outcome = 'approval_required', milliseconds = 0, bytes = 0
where user_id = $1 and id = $2`

/** Stores the question that a call raised, and says so in its audit row. */
export async function askAboutCall(
  pool: Pool,
  user: string,
  audit: string,
  approval: NewApproval,
  now: Date,
): Promise<void> {
  await pool.query({
    name: 'ask-about-call',
    text: ASK,
    values: [
      user,
      audit,
      approval.id,
      approval.run,
      approval.number,
      approval.account,
      approval.function,
      approval.argumentsHash,
      approval.mayAllowRun,
      now.toISOString(),
      approval.expiresAt.toISOString(),
    ],
  })
}
