import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '../../../src/contract/limits.ts'
import { type SaveSnippet, SnippetId } from '../../../src/contract/snippet.ts'
import { type Procedures, refusalOf, startProcedures } from '../testing/procedures.ts'

type User = Awaited<ReturnType<Procedures['signIn']>>
let api: Procedures
let ann: User
let bob: User
beforeAll(async () => {
  api = await startProcedures()
  ann = await api.signIn('ann')
  bob = await api.signIn('bob')
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  api.time.now += 60_000
  await api.pool.query('delete from snippet')
})

const script: SaveSnippet = { source: 'return 1', title: 'One', visibility: 'link' }

test('what is saved comes back as it was, with who and when', async () => {
  const source = 'print("ключ 🔑")\r\n\treturn 1\n'
  const { id, version } = await ann.snippets.save({ ...script, source, title: '  Ключи  ' })
  expect(SnippetId.safeParse(id).success).toBe(true)
  expect(version).toBe(1)
  const read = { id, version: 1, newest: 1, title: 'Ключи', source, visibility: 'link', owner: 'ann', forkOf: null }
  const savedAt = new Date(api.time.now).toISOString()
  expect(await ann.snippets.get({ id })).toEqual({ ...read, mine: true, savedAt })
  expect(await bob.snippets.get({ id })).toEqual({ ...read, mine: false, savedAt })
})

test('saving again makes a new version; the one before stays as it was', async () => {
  const { id } = await ann.snippets.save(script)
  expect(await ann.snippets.save({ ...script, source: 'return 2', title: 'Two', snippet: id })).toEqual({
    id,
    version: 2,
  })
  expect(await bob.snippets.get({ id })).toMatchObject({ version: 2, newest: 2, source: 'return 2', title: 'Two' })
  expect(await bob.snippets.get({ id, version: 1 })).toMatchObject({ version: 1, newest: 2, source: 'return 1' })
  expect(await ann.snippets.list()).toMatchObject([{ id, title: 'Two', newest: 2 }])
})

test('twenty saves at once are twenty versions', async () => {
  const { id } = await ann.snippets.save(script)
  const saved = await Promise.all(
    Array.from({ length: 20 }, (_, n) => ann.snippets.save({ ...script, source: `return ${n}`, snippet: id })),
  )
  expect(saved.map(({ version }) => version).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2))
  const sources = await Promise.all(saved.map(({ version }) => ann.snippets.get({ id, version })))
  expect(sources.map(({ source }) => source)).toEqual(saved.map((_, n) => `return ${n}`))
})

test('a fork names its source, also after that is gone', async () => {
  const { id } = await ann.snippets.save(script)
  const forkOf = { snippet: id, version: 1 }
  const fork = await bob.snippets.save({ ...script, forkOf })
  expect((await bob.snippets.get({ id: fork.id })).forkOf).toEqual(forkOf)
  await ann.snippets.revoke({ id })
  expect((await bob.snippets.get({ id: fork.id })).forkOf).toEqual(forkOf)
})

test('a fork can name only what its maker can read, and only from the start', async () => {
  const { id } = await ann.snippets.save({ ...script, visibility: 'private' })
  const fork = (user: User, version: number) => user.snippets.save({ ...script, forkOf: { snippet: id, version } })
  expect(await refusalOf(fork(bob, 1))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(fork(ann, 2))).toMatchObject({ code: 'not_found' })
  await fork(ann, 1)
  const later = ann.snippets.save({ ...script, snippet: id, forkOf: { snippet: id, version: 1 } })
  expect(await refusalOf(later)).toMatchObject({ code: 'bad_request' })
  expect(await bob.snippets.list()).toEqual([])
})

test.each([
  ['a byte that is no text', 'return "\0"', 'invalid_argument'],
  ['half a pair', 'return "\ud83d"', 'invalid_argument'],
  ['one byte more than a script may have', 'x'.repeat(LIMITS.sourceBytes + 1), 'source_too_large'],
  ['more bytes than a script may have', 'ж'.repeat(LIMITS.sourceBytes / 2 + 1), 'source_too_large'],
])('refused: %s', async (_name, source, code) => {
  expect(await refusalOf(ann.snippets.save({ ...script, source }))).toMatchObject({ code })
})

test.each([
  '',
  '   ',
  'two\nlines',
  'a\u2028b',
  'a\u202eb',
  'a\ud83d',
  'x'.repeat(121),
  'a\0b',
  'a\u0085b',
  '\u200b\u2060',
  '\u2800',
  '\u3164',
  '\u0301',
])('no title: %j', async (title) => {
  await expect(ann.snippets.save({ ...script, title })).rejects.toThrow()
})

test('a user has at most so many snippets, also when several come at once', async () => {
  await ann.snippets.save(script)
  await api.pool.query(
    `insert into snippet select 's' || n, 'ann', 'link', 1, null, null, now() from generate_series(1, $1::int) n`,
    [LIMITS.snippetsPerUser - 3],
  )
  const saves = await Promise.allSettled(Array.from({ length: 5 }, () => ann.snippets.save(script)))
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await refusalOf(ann.snippets.save(script))).toMatchObject({ code: 'forbidden' })
  await bob.snippets.save(script)
})

test('a snippet has at most so many versions, also when several come at once', async () => {
  const { id } = await ann.snippets.save(script)
  await api.pool.query('update snippet set newest = $1', [LIMITS.versionsPerSnippet - 2])
  const saves = await Promise.allSettled(Array.from({ length: 5 }, () => ann.snippets.save({ ...script, snippet: id })))
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await refusalOf(ann.snippets.save({ ...script, snippet: id }))).toMatchObject({ code: 'forbidden' })
})

test('a user saves so often in a minute, refused saves included', async () => {
  const { id } = await ann.snippets.save(script)
  await api.pool.query('update save_rate set saves = $1', [LIMITS.savesPerMinute])
  const again = () => ann.snippets.save({ ...script, snippet: id })
  expect(await refusalOf(again())).toMatchObject({
    code: 'rate_limited',
    retryable: true,
    hint: expect.stringMatching(/save again/),
  })
  await bob.snippets.save(script)
  api.time.now += 60_000
  expect(await again()).toEqual({ id, version: 2 })
})

test('snippets go with their user', async () => {
  const { id } = await (await api.signIn('cleo')).snippets.save(script)
  await api.pool.query(`delete from "user" where id = 'cleo'`)
  expect(await refusalOf(ann.snippets.get({ id }))).toMatchObject({ code: 'not_found' })
  expect((await api.pool.query('select from snippet_version where snippet_id = $1', [id])).rowCount).toBe(0)
})
