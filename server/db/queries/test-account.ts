// What the test of an account needs: its sealed fields, the rate of the user, and an audit row per call.
import { type Pool } from '../pool.ts'
import { type AccountState } from './begin-call.ts'

export interface TestedAccount extends AccountState {
  integration: string
  /** Calls of this user in this minute, this test included. */
  callsThisMinute: number
}

const BEGIN = `
with tested as (
  select a.id, a.name, a.integration from account a where a.user_id = $1 and a.id = $2
), rate as (
  insert into call_rate as r (user_id, minute, calls)
  select $1, floor(extract(epoch from $3::timestamptz) / 60)::int, 1 from tested
  on conflict (user_id, minute) do update set calls = r.calls + 1
  returning r.calls
)
select t.id, t.name, t.integration, '[]'::json as permissions, k.key_id as "keyId",
  encode(k.wrapped, 'base64') as "wrappedKey", (select calls from rate) as "callsThisMinute",
  coalesce((select json_object_agg(f.key, encode(f.sealed, 'base64')) from account_field f where f.account_id = t.id),
    '{}') as fields
from tested t left join user_key k on k.user_id = $1`

/** Counts a test and reads the account; null when the user has no such account. */
export async function beginTest(pool: Pool, user: string, id: string, now: Date): Promise<TestedAccount | null> {
  const result = await pool.query<TestedAccount>(BEGIN, [user, id, now.toISOString()])
  return result.rows[0] ?? null
}

/** Writes the audit row of one test call, to be completed after it; answers its id. */
export async function noteTest(
  pool: Pool,
  user: string,
  call: { integration: string; function: string; account: string },
  now: Date,
): Promise<string> {
  const result = await pool.query<{ id: string }>(
    `insert into audit (user_id, number, integration, function, account, effect, at)
     values ($1, 0, $2, $3, $4, 'read', $5) returning id`,
    [user, call.integration, call.function, call.account, now.toISOString()],
  )
  return result.rows[0]!.id
}
