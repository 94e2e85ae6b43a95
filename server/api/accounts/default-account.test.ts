// rename, makeDefault and remove: there is one default wherever there is an account.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Procedures, refusalOf, startProcedures } from '../testing/procedures.ts'

let api: Procedures
let ann: Awaited<ReturnType<Procedures['signIn']>>
let users = 0
beforeAll(async () => {
  api = await startProcedures()
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  ann = await api.signIn(`ann${++users}`)
})

async function connect(...names: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    api.time.now += 1000
    ids.push((await ann.accounts.connect(api.account(name))).id)
  }
  return ids
}
const showAll = async () => (await ann.accounts.list()).map((row) => row.name + (row.isDefault ? '*' : ''))

test('another account becomes the default, the former one stays', async () => {
  const [, second] = await connect('a', 'b', 'c')
  expect(await ann.accounts.makeDefault({ id: second! })).toMatchObject({ name: 'b', isDefault: true })
  expect(await showAll()).toEqual(['a', 'b*', 'c'])
  await ann.accounts.makeDefault({ id: second! })
  expect(await showAll()).toEqual(['a', 'b*', 'c'])
})

test('when the default goes, the oldest of the others follows', async () => {
  const [first, second, third] = await connect('z', 'y', 'x')
  await ann.accounts.remove({ id: first! })
  expect(await showAll()).toEqual(['x', 'y*'])
  await ann.accounts.remove({ id: third! })
  expect(await showAll()).toEqual(['y*'])
  await ann.accounts.remove({ id: second! })
  expect(await showAll()).toEqual([])
  expect(await refusalOf(ann.accounts.remove({ id: second! }))).toMatchObject({ code: 'not_found' })
})

test('fields and permissions go with their account', async () => {
  const [id] = await connect('a')
  await ann.permissions.set({ account: id!, effect: 'write', rule: 'deny' })
  await ann.accounts.remove({ id: id! })
  const { rows } = await api.pool.query('select from account_field where account_id = $1', [id])
  const rules = await api.pool.query('select from permission where account_id = $1', [id])
  expect([rows.length, rules.rowCount]).toEqual([0, 0])
})

test('a new name keeps everything else, the credentials too', async () => {
  const [id] = await connect('a')
  expect(await ann.accounts.rename({ id: id!, name: 'b' })).toMatchObject({ id, name: 'b', isDefault: true })
  expect(await ann.accounts.test({ id: id! })).toEqual([{ group: 'data', ok: true, error: null }])
})

test('a name that is taken, or means something else, is refused', async () => {
  const [, second] = await connect('a', 'b')
  for (const name of ['a', 'demo', 'default', 'put', 'look_up', 'alpha_put']) {
    expect(await refusalOf(ann.accounts.rename({ id: second!, name }))).toMatchObject({ code: 'name_taken' })
  }
  expect(await refusalOf(ann.accounts.rename({ id: second!, name: 'B' }))).toMatchObject({ code: 'invalid_argument' })
  expect(await ann.accounts.rename({ id: second!, name: 'b' })).toMatchObject({ name: 'b' })
})

test('an account named "default" is the default for as long as it has that name', async () => {
  const [first, second] = await connect('default', 'b')
  expect(await refusalOf(ann.accounts.makeDefault({ id: second! }))).toMatchObject({ code: 'name_taken' })
  await ann.accounts.rename({ id: first!, name: 'a' })
  await ann.accounts.makeDefault({ id: second! })
  expect(await refusalOf(ann.accounts.rename({ id: first!, name: 'default' }))).toMatchObject({ code: 'name_taken' })
  await ann.accounts.rename({ id: second!, name: 'default' })
  expect(await showAll()).toEqual(['a', 'default*'])
})

test('many changes at once leave one default', async () => {
  const ids = await connect('a', 'b', 'c', 'd')
  await Promise.allSettled([
    ...ids.map((id) => ann.accounts.makeDefault({ id })),
    ann.accounts.remove({ id: ids[0]! }),
    ann.accounts.remove({ id: ids[1]! }),
  ])
  expect((await showAll()).filter((name) => name.endsWith('*'))).toHaveLength(1)
})
