// Standing permissions of an account.
import { sql } from 'drizzle-orm'
import { type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { account, permission } from '../schema/account.ts'
import { runAllowance } from '../schema/run.ts'
import { type PermissionRow } from './accounts.ts'

/**
 * Sets one rule on an account of the user. Anything but `allow` also takes back what was allowed to runs under way:
 * the user's latest word counts.
 *
 * @returns false when the user has no such account
 */
export async function setPermission(
  db: NodePgDatabase,
  user: string,
  id: string,
  { kind, subject, rule }: PermissionRow,
): Promise<boolean> {
  const result = await db.execute(sql`
    with taken_back as (
      delete from ${runAllowance} w using ${account} a
      where a.user_id = ${user} and a.id = ${id} and w.account_id = a.id
        and ${rule} <> 'allow' and (${kind} = 'effect' or w.function = ${subject})
    )
    insert into ${permission} (account_id, kind, subject, rule)
    select a.id, ${kind}, ${subject}, ${rule} from ${account} a where a.user_id = ${user} and a.id = ${id}
    on conflict (account_id, kind, subject) do update set rule = excluded.rule`)
  return result.rowCount === 1
}
