import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { Secret } from '../../vault/secret.ts'
import { createVault } from '../../vault/vault.ts'
import { withDatabase } from '../testing/with-database.ts'
import { rewrapUserKeys } from './rewrap-user-keys.ts'

const createKey = (id: string) => ({ id, key: new Secret(randomBytes(32).toString('base64')) })

test('with a new master key in front every data key is wrapped anew, and opens without the old one', async () => {
  await using database = await withDatabase()
  const { pool } = database
  const [old, fresh, lost] = [createKey('old'), createKey('new'), createKey('lost')]
  for (const [user, keys] of [
    ['ann', old],
    ['bob', fresh],
    ['eve', lost],
  ] as const) {
    // prettier-ignore
    const { id, wrapped } = createVault([keys]).newUserKey(user)
    await pool.query('insert into "user" (id, name, email) values ($1, $1, $1)', [user])
    await pool.query('insert into user_key (user_id, key_id, wrapped) values ($1, $2, $3)', [user, id, wrapped])
  }
  const place = { user: 'ann', integration: 'alpha', account: 'a1' }
  const readKey = async () => {
    const { rows } = await pool.query<{ id: string; wrapped: Buffer }>(
      `select key_id as id, wrapped from user_key where user_id = 'ann'`,
    )
    return rows[0]!
  }
  const sealed = createVault([old]).sealField(await readKey(), place, 'token', new Secret('sekret'))

  const both = createVault([fresh, old])
  expect(await rewrapUserKeys(pool, both)).toEqual({ wrapped: 1, failed: 1 })
  expect(await rewrapUserKeys(pool, both)).toEqual({ wrapped: 0, failed: 1 })
  const opened = createVault([fresh]).openFields(await readKey(), place, { token: sealed })
  expect(opened['token']?.reveal()).toBe('sekret')
})
