// What a script sends or gets as a secret stays between it and the vendor: nothing of it is kept or logged by the server.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { type VendorReply } from '../../src/contract/http.ts'
import { listen, type Listener } from '../vendors/listen.ts'
import { wireTables } from '../vendors/tables.ts'
import { connectTable } from './connect-table.ts'
import { openPath, type Path } from './open-path.ts'

const PASSWORD = 'correct-horse-battery-7361'
const TICKET = 'eyJhbGciOiJub25lIn0.dGlja2V0LTkwNDE.c2lnbmF0dXJlLTkwNDE'
const clerk = wireTables.find(({ slug }) => slug === 'clerk')!

let reply: VendorReply
let vendor: Listener
let path: Path
let user: Caller

beforeAll(async () => {
  vendor = await listen(() => reply)
  path = await openPath([vendor.host])
  user = await path.api.signUp('secret-arguments')
  expect((await connectTable(user, clerk, vendor.origin)).status).toBe(200)
})
beforeEach(() => {
  vendor.log.length = 0
})
afterAll(async () => {
  await path[Symbol.asyncDispose]()
  await vendor.close()
})

function answer(status: number, body: string): void {
  reply = { status, headers: { 'content-type': 'application/json' }, body }
}

/** Every row of every table of the server, as text. */
async function dumpDatabase(): Promise<string> {
  const { pool } = path.api
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const rows = await Promise.all(
    tables.rows.map(({ name }) => pool.query<{ row: string }>(`select t::text as row from ${name} t`)),
  )
  return rows.flatMap(({ rows: some }) => some.map(({ row }) => row)).join('\n')
}

test.each([
  ['a user that is made', 200, '{"object":"user","id":"user_1"}'],
  [
    'a password that Clerk refuses and repeats',
    422,
    `{"errors":[{"code":"form_password_pwned","message":"${PASSWORD}"}]}`,
  ],
  ['a vendor that fails', 500, `{"errors":[{"code":"internal","message":"${PASSWORD}"}]}`],
  ['a reply that is no JSON', 200, `<b>${PASSWORD}</b>`],
])('a password in the arguments: %s', async (_name, status, body) => {
  answer(status, body)
  await path.run(
    user,
    `local clerk = app.integrations.clerk
     pcall(clerk.create_user, { email_address = { 'a@example.com' }, password = '${PASSWORD}' })
     pcall(clerk.api_post, { path = '/users/user_1/verify_password', body = { password = '${PASSWORD}' } })
     pcall(clerk.create_user, { email_address = { 'a@example.com' }, pasword = '${PASSWORD}' })`,
  )

  expect(vendor.log.map((line) => line.body)).toEqual([
    JSON.stringify({ email_address: ['a@example.com'], password: PASSWORD }),
    JSON.stringify({ password: PASSWORD }),
  ])
  const kept = await dumpDatabase()
  expect(kept).toContain('create_user')
  expect(kept).not.toContain(PASSWORD)
  expect(path.api.log.join('\n')).not.toContain(PASSWORD)
})

test('a sign-in token reaches the script, and nothing else', async () => {
  const url = `https://clerk.example.com/v1/tickets/accept?ticket=${TICKET}`
  answer(
    200,
    JSON.stringify({ object: 'sign_in_token', id: 'sit_1', status: 'pending', user_id: 'user_1', token: TICKET, url }),
  )

  const { output } = await path.run(user, `print(app.integrations.clerk.create_sign_in_token('user_1').token)`)

  expect(output).toBe(`${TICKET}\n`)
  const kept = await dumpDatabase()
  expect(kept).toContain('create_sign_in_token')
  expect(kept).not.toContain(TICKET)
  expect(path.api.log.join('\n')).not.toContain(TICKET)
})
