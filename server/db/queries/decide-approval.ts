// How a user's decision about one call is stored.
import { sql } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { approval, run, runAllowance } from '../schema/run.ts'

/**
 * Decides a question of the user that is open: not decided, not expired, of a run that goes on and that this session
 * or token started. In the same
 * statement, `run` allows the function on the account until the run ends; it counts only where it was offered.
 *
 * @returns false when there is no such question
 */
export async function decideApproval(
  db: NodePgDatabase,
  user: string,
  tokenId: string | null,
  id: string,
  decision: 'once' | 'run' | 'deny',
  now: Date,
): Promise<boolean> {
  const at = now.toISOString()
  const result = await db.execute(sql`
    with decided as (
      update ${approval} p set decision = ${decision}, decided_at = ${at}
      from ${run} r
      where p.user_id = ${user} and p.id = ${id} and p.decision is null and p.expires_at > ${at}
        and (${decision} <> 'run' or p.may_allow_run)
        and r.id = p.run_id and r.token_id is not distinct from ${tokenId}::text and r.finished_at is null and r.expires_at > ${at}
      returning p.run_id, p.account_id, p.function
    ), allowed as (
      insert into ${runAllowance} (run_id, account_id, function)
      select run_id, account_id, function from decided where ${decision} = 'run'
      on conflict do nothing
    )
    select 1 from decided`)
  return result.rowCount === 1
}
