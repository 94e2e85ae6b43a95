// Who may do what with a snippet: every caller × every state of a snippet × every route, in one table.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { type SaveSnippet, type Visibility } from '../../src/contract/snippet.ts'

/**
 * - `v1`, `v2`: that version is read; `none`: the one answer for what is not there or not for the caller
 * - `in`, `out`: whether the list holds it; `done`: it happened
 * - `sign in`, `bad`: refused before any snippet is looked for
 *
 * Each snippet has two versions. `page` and `raw` are the addresses below /s/.
 */
const TABLE = `
state             | route                        | visitor | other | owner
link              | get page raw                 | v2      | v2    | v2
link              | get@1 page@1 raw@1           | v1      | v1    | v1
link              | get@2 page@2 raw@2           | v2      | v2    | v2
link              | get@3 page@3 raw@3           | none    | none  | none
link              | list                         | sign in | out   | in
link              | save setVisibility revoke    | sign in | none  | done
private           | get page raw                 | none    | none  | v2
private           | get@1 page@1 raw@1           | none    | none  | v1
private           | get@2 page@2 raw@2           | none    | none  | v2
private           | get@3 page@3 raw@3           | none    | none  | none
private           | list                         | sign in | out   | in
private           | save setVisibility revoke    | sign in | none  | done
link to private   | get page raw                 | none    | none  | v2
link to private   | get@1 page@1 raw@1           | none    | none  | v1
link to private   | get@2 page@2 raw@2           | none    | none  | v2
link to private   | get@3 page@3 raw@3           | none    | none  | none
link to private   | list                         | sign in | out   | in
link to private   | save setVisibility revoke    | sign in | none  | done
private to link   | get page raw                 | v2      | v2    | v2
private to link   | get@1 page@1 raw@1           | v1      | v1    | v1
private to link   | get@2 page@2 raw@2           | v2      | v2    | v2
private to link   | get@3 page@3 raw@3           | none    | none  | none
private to link   | list                         | sign in | out   | in
private to link   | save setVisibility revoke    | sign in | none  | done
revoked           | get page raw                 | none    | none  | none
revoked           | get@1 page@1 raw@1           | none    | none  | none
revoked           | get@2 page@2 raw@2           | none    | none  | none
revoked           | get@3 page@3 raw@3           | none    | none  | none
revoked           | list                         | sign in | out   | out
revoked           | save setVisibility revoke    | sign in | none  | none
revoked privately | get page raw                 | none    | none  | none
revoked privately | get@1 page@1 raw@1           | none    | none  | none
revoked privately | get@2 page@2 raw@2           | none    | none  | none
revoked privately | get@3 page@3 raw@3           | none    | none  | none
revoked privately | list                         | sign in | out   | out
revoked privately | save setVisibility revoke    | sign in | none  | none
never was         | get page raw                 | none    | none  | none
never was         | get@1 page@1 raw@1           | none    | none  | none
never was         | get@2 page@2 raw@2           | none    | none  | none
never was         | get@3 page@3 raw@3           | none    | none  | none
never was         | list                         | sign in | out   | out
never was         | save setVisibility revoke    | sign in | none  | none
malformed         | get page raw                 | none    | none  | none
malformed         | get@1 page@1 raw@1           | none    | none  | none
malformed         | get@2 page@2 raw@2           | none    | none  | none
malformed         | get@3 page@3 raw@3           | none    | none  | none
malformed         | list                         | sign in | out   | out
malformed         | save                         | sign in | bad   | bad
malformed         | setVisibility revoke         | sign in | none  | none
`
const ROWS = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string])
const CELLS = ROWS.flatMap(([state, routes, ...answers]) =>
  routes
    .split(' ')
    .flatMap((route) =>
      (['visitor', 'other', 'owner'] as const).map((who, index) => [state, route, who, answers[index]!] as const),
    ),
)

/** What `setVisibility` asks for: the other of what it is. */
const TURNED: Record<string, Visibility> = { private: 'link', 'link to private': 'link' }

/** In every title and source of the owner, and nowhere else. */
const CANARY = 'canary-7d31'
const text = (version: number): Omit<SaveSnippet, 'visibility'> => ({
  source: `return "${CANARY} v${version}"`,
  title: `Title ${CANARY} v${version}`,
})

let api: TestApi
const callers: Record<'visitor' | 'other' | 'owner', Caller> = {} as never
beforeAll(async () => {
  api = await startApi()
  callers.visitor = api.visitor()
  callers.other = await api.signUp('other')
  callers.owner = await api.signUp('owner-5c02')
})
afterAll(() => api[Symbol.asyncDispose]())

test('the table has every state with every route', () => {
  expect(CELLS).toHaveLength(8 * (3 * 4 + 4) * 3)
  expect(new Set(CELLS.map((cell) => cell.slice(0, 3).join())).size).toBe(CELLS.length)
})

/** What each caller was told on each route where there was nothing for them. */
const refusals = new Map<string, Set<string>>()

test.each(CELLS)('%s: %s by %s is "%s"', async (state, route, who, expected) => {
  // A minute for each cell, so that the limit of saves is not met.
  api.time.now += 60_000
  const id = await bring(state)
  const before = await dump()
  const answer = await act(callers[who], route, id, TURNED[state] ?? 'private')
  expect(answer.outcome).toBe(expected)
  expect((await dump()) === before).toBe(expected !== 'done')
  if (expected === 'done') return
  const mayKnow = ['v1', 'v2', 'in'].includes(expected) && !route.startsWith('page')
  expect([CANARY, 'owner-5c02'].filter((word) => !mayKnow && answer.told.includes(word))).toEqual([])
  if (expected !== 'none' || state === 'malformed') return
  const key = `${route.replace(/@\d/, '')} ${who}`
  refusals.set(key, (refusals.get(key) ?? new Set()).add(answer.told))
})

test('nothing tells a snippet that is not for the caller from one that never was', () => {
  expect(refusals.size).toBe(3 * 3 + 3 * 2)
  expect([...refusals].filter(([, answers]) => answers.size !== 1)).toEqual([])
})

/** Makes the owner's only snippet in this state; answers its id. */
async function bring(state: string): Promise<string> {
  await api.pool.query('delete from snippet')
  if (state === 'never was') return 'neverWasNeverWasNever0'
  if (state === 'malformed') return 'abc_def-'
  const visibility = state.startsWith('private') || state === 'revoked privately' ? 'private' : 'link'
  const ask = async (procedure: string, input: object) => {
    const answer = await callers.owner.ask(`snippets.${procedure}`, input)
    if (answer.status !== 200) throw new Error(`${procedure} answered ${answer.text}`)
    return answer.data as { id: string; version: number }
  }
  const { id } = await ask('save', { ...text(1), visibility })
  expect(await ask('save', { ...text(2), visibility, snippet: id })).toEqual({ id, version: 2 })
  if (state === 'link to private') await ask('setVisibility', { id, visibility: 'private' })
  if (state === 'private to link') await ask('setVisibility', { id, visibility: 'link' })
  if (state.startsWith('revoked')) await ask('revoke', { id })
  return id
}

interface Told {
  outcome: string
  /** Everything that the caller received, but for what differs between any two replies. */
  told: string
}

async function act(caller: Caller, route: string, id: string, visibility: Visibility): Promise<Told> {
  const [kind, version] = route.split('@') as [string, string | undefined]
  const name = version === undefined ? id : `${id}@${version}`
  if (kind === 'page') return visit(caller, `/s/${name}`)
  if (kind === 'raw') return visit(caller, `/s/${name}.lua`)
  const inputs: Record<string, object> = {
    get: { id, ...(version && { version: Number(version) }) },
    list: {},
    save: { ...text(3), visibility: 'link', snippet: id },
    setVisibility: { id, visibility },
    revoke: { id },
  }
  const answer = await caller.ask(`snippets.${kind}`, inputs[kind])
  const codes: Record<string, string> = { not_found: 'none', not_signed_in: 'sign in', bad_request: 'bad' }
  const told = `${answer.status} ${listHeaders(answer.headers)} ${answer.text}`
  if (answer.error) return { outcome: codes[answer.error.code] ?? answer.text, told }
  if (kind === 'list') return { outcome: answer.text.includes(id) ? 'in' : 'out', told: answer.text }
  if (kind !== 'get') {
    if (kind === 'save') expect(answer.data).toEqual({ id, version: 3 })
    return { outcome: await confirm(kind, id, visibility), told }
  }
  const n = answer.data.version as number
  expect(answer.data).toMatchObject({ ...text(n), id, newest: 2, mine: caller === callers.owner, owner: 'owner-5c02' })
  return { outcome: `v${n}`, told }
}

/** Whether a change really happened, as its owner sees it. */
async function confirm(kind: string, id: string, visibility: Visibility): Promise<string> {
  const { data, error } = await callers.owner.ask('snippets.get', { id })
  if (kind === 'revoke') return error?.code === 'not_found' ? 'done' : 'still there'
  if (kind === 'save') return data.source === text(3).source && data.visibility === 'link' ? 'done' : 'not saved'
  return data.visibility === visibility ? 'done' : 'not set'
}

async function visit(caller: Caller, path: string): Promise<Told> {
  // As a browser would that had seen it before.
  const headers = { Cookie: caller.cookie, 'If-None-Match': '*', 'If-Modified-Since': new Date().toUTCString() }
  const reply = await fetch(api.origin + path, { headers, redirect: 'manual' })
  const body = await reply.text()
  const head = await fetch(api.origin + path, { method: 'HEAD', headers })
  expect([head.status, listHeaders(head.headers)]).toEqual([reply.status, listHeaders(reply.headers)])
  expect(reply.headers.get('Cache-Control')).toBe('no-store')
  expect(reply.headers.get('X-Robots-Tag')).toBe('noindex')
  const told = `${reply.status} ${listHeaders(reply.headers)} ${body}`
  if (reply.status === 404) return { outcome: 'none', told }
  expect(reply.status).toBe(200)
  // The page is the same for all; which version it shows is what `get` tells it.
  if (!path.endsWith('.lua')) return { outcome: `v${/@(\d)/.exec(path)?.[1] ?? 2}`, told }
  return { outcome: /^return "canary-7d31 (v\d)"$/.exec(body)?.[1] ?? 'another text', told }
}

function listHeaders(headers: Headers): string {
  // A short text has its length for GET alone.
  const varying = ['x-request-id', 'date', 'keep-alive', 'connection', 'content-length']
  return JSON.stringify([...headers].filter(([name]) => !varying.includes(name)))
}

/** Every row of every snippet. */
async function dump(): Promise<string> {
  const { rows } = await api.pool.query<{ dump: string }>(
    `select json_build_array(
       (select json_agg(s order by id) from snippet s),
       (select json_agg(v order by snippet_id, version) from snippet_version v))::text as dump`,
  )
  return rows[0]!.dump
}

test('twenty saves at once are twenty versions, and each is what one of them sent', async () => {
  const id = await bring('link')
  const saves = Array.from({ length: 20 }, (_, n) => ({ ...text(n), visibility: 'link', snippet: id }))
  const answers = await Promise.all(saves.map((save) => callers.owner.ask('snippets.save', save)))
  const versions = answers.map(({ data }) => data.version as number)
  expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 3))
  for (const [n, version] of versions.entries()) {
    const { data } = await callers.visitor.ask('snippets.get', { id, version })
    expect(data).toMatchObject({ ...text(n), newest: 22 })
  }
})

test('who signs out reads no private snippet any more, under the same cookie', async () => {
  const leaving = await api.signUp('leaving')
  const { data } = await leaving.ask('snippets.save', { ...text(1), visibility: 'private' })
  const read = async () =>
    (await fetch(`${api.origin}/s/${data.id}.lua`, { headers: { Cookie: leaving.cookie } })).status
  expect(await read()).toBe(200)
  await leaving.post('/api/auth/sign-out', {})
  expect(await read()).toBe(404)
  expect((await leaving.ask('snippets.get', { id: data.id })).error.code).toBe('not_found')
})

test('a cookie that we did not sign reads what a visitor reads', async () => {
  const id = await bring('private')
  const headers = { Cookie: callers.owner.cookie.replace(/.{4}$/, 'AAAA') }
  expect((await fetch(`${api.origin}/s/${id}.lua`, { headers })).status).toBe(404)
})

test('a credential is refused and told to nobody', async () => {
  const key = `${'gh'}p_${'16C7e42F292c6912E7710c838347Ae178B4a'}`
  for (const found of [
    { ...text(1), source: `\nx = "${key}"` },
    { ...text(1), title: `for ${key}` },
  ]) {
    const answer = await callers.owner.ask('snippets.save', { ...found, visibility: 'private' })
    expect([answer.status, answer.error.code, answer.error.hint]).toEqual([
      ...[400, 'secret_found', 'Move it to an account: the script then names the account alone.'],
    ])
    expect(answer.text).not.toContain(key.slice(4))
  }
  expect(await dump()).not.toContain(key)
  expect(api.log.join()).not.toContain(key.slice(4))
})

test('the log holds no source, title, name or id, even of a save that fails', async () => {
  const id = await bring('link')
  await api.pool.query('alter table snippet_version rename to away')
  const failed = [
    await callers.owner.ask('snippets.save', { ...text(1), visibility: 'link' }),
    await callers.owner.ask('snippets.save', { ...text(1), visibility: 'link', snippet: id }),
    await callers.visitor.ask('snippets.get', { id }),
    await callers.visitor.read(await fetch(`${api.origin}/s/${id}`)),
  ]
  await api.pool.query('alter table away rename to snippet_version')
  expect(failed.map(({ status }) => status)).toEqual([500, 500, 500, 500])
  expect(failed.map((answer) => answer.text).join()).not.toMatch(/canary|snippet_version/)
  expect(api.log.length).toBeGreaterThan(100)
  const log = api.log.join('\n')
  expect([CANARY, 'owner-5c02', id].filter((word) => log.includes(word))).toEqual([])
})
