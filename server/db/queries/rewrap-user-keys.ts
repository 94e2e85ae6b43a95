// After a new master key was put in front: the users' data keys are wrapped anew, no field is touched.
import { type Pool } from '../pool.ts'

/** What of the vault is needed here. */
interface KeyWrapper {
  needsRewrap(key: { id: string; wrapped: Uint8Array }): boolean
  rewrap(user: string, key: { id: string; wrapped: Uint8Array }): { id: string; wrapped: Uint8Array }
}

const BATCH = 500

/**
 * Wraps every data key with the newest master key. Run it at start: once it is through, older master keys may go.
 * Several servers may do it at once, and a key that cannot be opened stays as it is.
 *
 * @returns how many keys were wrapped anew, and how many could not be
 */
export async function rewrapUserKeys(pool: Pool, vault: KeyWrapper): Promise<{ wrapped: number; failed: number }> {
  const count = { wrapped: 0, failed: 0 }
  let after = ''
  for (;;) {
    const { rows } = await pool.query<{ user: string; id: string; wrapped: Buffer }>(
      'select user_id as "user", key_id as id, wrapped from user_key where user_id > $1 order by user_id limit $2',
      [after, BATCH],
    )
    for (const { user, ...key } of rows.filter((row) => vault.needsRewrap(row))) {
      try {
        const { wrapped } = vault.rewrap(user, key)
        // Only over what was read: another server may have been faster.
        const update = 'update user_key set wrapped = $3 where user_id = $1 and wrapped = $2'
        const { rowCount } = await pool.query(update, [user, key.wrapped, Buffer.from(wrapped)])
        count.wrapped += rowCount ?? 0
      } catch {
        count.failed++
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return count
    after = last.user
  }
}
