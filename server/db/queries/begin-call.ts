// The first statement of a call: everything that must be known and counted before a vendor is asked.
import { type Pool } from '../pool.ts'
import { type PermissionRow } from './accounts.ts'

/** A call as the server understood it, before it knows who asks. */
export interface CallAttempt {
  sessionToken: string | null
  apiTokenHash: string | null
  run: string
  scriptHash: string
  catalog: string
  number: number
  integration: string
  function: string
  effect: 'read' | 'write' | 'destructive'
  /** As the script named it; null means the default account. */
  account: string | null
  argumentsHash: string
  /** The approval to use up; null for a first attempt. */
  approval: string | null
  callsPerMinute: number
  now: Date
}

/** What the database knows of an attempt. Of what belongs to someone else it says what it says of nothing. */
export interface CallStart {
  user: string
  /** Whether the API token covers the call: its effect and its integration. True for a session. */
  covered: boolean
  run: RunState | null
  account: AccountState | null
  /** Calls of this user in this minute, this one included. */
  callsThisMinute: number
  /** Whether the call was counted under the run's limit; only then may it go on without an approval. */
  counted: boolean
  /** Whether the approval fitted and is used up now. */
  approved: boolean
  /** The decision of the named approval, where it belongs to this very call. */
  decision: 'once' | 'run' | 'deny' | null
  /** Whether the user allowed this function on this account until the run ends. */
  allowedForRun: boolean
  /** Id of the audit row; null where the call goes no further. */
  audit: string | null
}

export interface RunState {
  origin: 'mine' | 'site'
  scriptMatches: boolean
  catalogMatches: boolean
  expired: boolean
  finished: boolean
  /** Whether the number is higher than that of every call before. */
  numberIsNew: boolean
  callsUsed: number
  callLimit: number
  integrationsRead: string[]
  /** Name of the account that the run was told to use where the script names this one; null where it was told none. */
  chosenAccount: string | null
}

export interface AccountState {
  id: string
  name: string
  permissions: PermissionRow[]
  /** Sealed values in base64, by field key. */
  fields: Record<string, string>
  keyId: string | null
  /** Base64. */
  wrappedKey: string | null
}

// Parts of one statement see the same snapshot, so what changes (rate, used, counted) hands its result on by RETURNING.
// The updates name every condition themselves: when two requests meet at one row, the second one checks it again.
const STATEMENT = `
with caller as (
  select s.user_id, null::text as token_id, true as covered from session s where s.token = $1 and s.expires_at > $2
  union all
  select t.user_id, t.id, $9 = any(t.effects) and (t.integrations is null or $7::text = any(t.integrations))
  from api_token t where t.hash = $14 and t.expires_at > $2
), touched as (
  update api_token t set last_used_at = $2 from caller c where t.id = c.token_id
), grant_row as (
  select r.* from run r join caller c on c.user_id = r.user_id and r.token_id is not distinct from c.token_id
  where r.id = $3
), choice as (
  select (select g.accounts -> $7::text ->> coalesce($10::text, 'default') from grant_row g) as name
), chosen as (
  select a.id, a.name, a.updated_at from account a join caller c on c.user_id = a.user_id, choice
  where a.integration = $7
    and case
      when coalesce(choice.name, $10::text, 'default') = 'default' then a.is_default
      else a.name = coalesce(choice.name, $10::text)
    end
), rate as (
  insert into call_rate as r (user_id, minute, calls)
  select user_id, floor(extract(epoch from $2::timestamptz) / 60)::int, 1 from caller
  on conflict (user_id, minute) do update set calls = r.calls + 1
  returning r.calls
), used as (
  update approval p set used_at = $2
  from caller c, chosen a, grant_row g, rate
  where p.id = $12 and p.user_id = c.user_id and p.run_id = g.id and p.account_id = a.id
    and p.number = $6 and p.function = $8 and p.arguments_hash = $11
    -- What was shown when the user consented is what is sent: not to another address or with another key.
    and a.updated_at <= p.created_at
    and p.decision in ('once', 'run') and p.used_at is null and p.expires_at > $2
    and g.script_hash = $4 and g.catalog = $5 and g.finished_at is null and g.expires_at > $2
    and rate.calls <= $13 and c.covered
  returning p.id
), counted as (
  update run r set calls_used = r.calls_used + 1, last_number = $6
  from caller c, rate
  where r.id = $3 and r.user_id = c.user_id and r.token_id is not distinct from c.token_id and c.covered
    and $12::text is null
    and r.script_hash = $4 and r.catalog = $5 and r.finished_at is null and r.expires_at > $2
    and r.last_number < $6 and r.calls_used < r.call_limit and rate.calls <= $13
  returning r.id
), noted as (
  insert into audit (user_id, run_id, number, integration, function, account, effect, at)
  select c.user_id, $3, $6, $7, $8, (select name from chosen), $9, $2 from caller c
  where exists (select from used) or exists (select from counted)
  returning id
)
select
  c.user_id as "user", c.covered,
  (select json_build_object(
      'origin', g.origin, 'scriptMatches', g.script_hash = $4, 'catalogMatches', g.catalog = $5,
      'expired', g.expires_at <= $2, 'finished', g.finished_at is not null, 'numberIsNew', g.last_number < $6,
      'callsUsed', g.calls_used, 'callLimit', g.call_limit, 'integrationsRead', g.integrations_read, 'chosenAccount', (select name from choice))
    from grant_row g) as run,
  (select json_build_object(
      'id', a.id, 'name', a.name,
      'permissions', coalesce((
        select json_agg(json_build_object('kind', p.kind, 'subject', p.subject, 'rule', p.rule))
        from permission p where p.account_id = a.id), '[]'),
      'fields', coalesce((
        select json_object_agg(f.key, encode(f.sealed, 'base64')) from account_field f where f.account_id = a.id), '{}'),
      'keyId', k.key_id, 'wrappedKey', encode(k.wrapped, 'base64'))
    from chosen a left join user_key k on k.user_id = c.user_id) as account,
  (select calls from rate) as "callsThisMinute",
  exists (select from counted) as counted,
  exists (select from used) as approved,
  (select p.decision from approval p join chosen a on a.id = p.account_id
    where p.id = $12 and p.user_id = c.user_id and p.run_id = $3 and p.number = $6
      and p.function = $8 and p.arguments_hash = $11) as decision,
  exists (select from run_allowance w join chosen a on a.id = w.account_id
    join grant_row g on g.id = w.run_id where w.function = $8) as "allowedForRun",
  (select id from noted) as audit
from caller c`

/** Runs the statement. Null when neither the session nor the API token is one. */
export async function beginCall(pool: Pool, attempt: CallAttempt): Promise<CallStart | null> {
  const result = await pool.query<CallStart>({
    name: 'begin-call',
    text: STATEMENT,
    values: [
      attempt.sessionToken,
      attempt.now.toISOString(),
      attempt.run,
      attempt.scriptHash,
      attempt.catalog,
      attempt.number,
      attempt.integration,
      attempt.function,
      attempt.effect,
      attempt.account,
      attempt.argumentsHash,
      attempt.approval,
      attempt.callsPerMinute,
      attempt.apiTokenHash,
    ],
  })
  return result.rows[0] ?? null
}
