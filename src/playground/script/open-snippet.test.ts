import { expect, test } from 'vitest'
import { CallFailure } from '../../contract/errors.ts'
import { type Snippet } from '../../contract/snippet.ts'
import { type Draft, listDrafts, readDraft, writeDraft } from './drafts.ts'
import { openSnippetAddress } from './open-snippet.ts'
import { createMemoryStore } from './stores.ts'

const ID = 'a1B2c3D4e5F6g7H8i9J0kL'
const shared: Snippet = {
  ...{ id: ID, version: 2, newest: 2, title: 'Cache', source: 'a\r\nb', visibility: 'link', owner: 'ann', mine: false },
  ...{ savedAt: '2026-11-22T10:00:00.000Z', forkOf: null },
}
const own: Snippet = { ...shared, mine: true }

const draftOf = ({ version, mine }: Snippet, origin: Draft['origin'], source = 'mine'): Draft => ({
  ...{ source, origin, link: null, accounts: {}, savedAt: 0 },
  snippet: { snippet: ID, version, title: 'Cache', mine },
})

function open(name: string, answer: Snippet | CallFailure, draft?: Draft) {
  const drafts = createMemoryStore()
  if (draft) writeDraft(drafts, 'own', draft)
  const asked: unknown[] = []
  const readSnippet = (...question: unknown[]) => {
    asked.push(question)
    return answer instanceof CallFailure ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const opened = openSnippetAddress({ name, drafts, id: 'own', spareId: 'spare', readSnippet })
  return { opened, drafts, asked }
}

const gone = new CallFailure('not_found', 'gone')
const offline = new CallFailure('offline', 'The server did not answer.')

test("somebody else's snippet opens inert, one's own as one's own", async () => {
  expect(await open(ID, shared).opened).toMatchObject({
    script: { source: 'a\nb', origin: 'link', readOnly: true, touched: false, snippet: { version: 2, mine: false } },
    snippet: shared,
  })
  expect((await open(ID, own).opened).script).toMatchObject({ origin: 'mine', readOnly: false, touched: false })
})

test.each([
  [ID, null],
  [`${ID}@2`, 2],
  [`${ID}%402`, 2],
])('%s asks for version %s', async (name, version) => {
  const { opened, asked } = open(name, shared)
  await opened
  expect(asked).toEqual([[ID, version]])
})

test.each([
  '',
  'x',
  `${ID}@0`,
  `${ID}@2.0`,
  `${ID}/`,
  `${ID}%2f`,
  '__proto__',
  `${ID}%`,
  '..%2f..%2fapi',
  `${ID}@2#1x`,
])('"%s" is no snippet, and the server is not asked', async (name) => {
  const { opened, asked } = open(name, shared)
  await expect(opened).rejects.toMatchObject({ error: { code: 'not_found' } })
  expect(asked).toEqual([])
})

test('a draft makes room and is not lost', async () => {
  const { opened, drafts } = open(ID, shared, { ...draftOf(shared, 'mine'), snippet: null })
  expect((await opened).notice?.undo).toBe('spare')
  expect(readDraft(drafts, 'spare')?.source).toBe('mine')
  expect(listDrafts(drafts)).toHaveLength(1)
})

test.each([
  ['an edited linked script', shared, draftOf(shared, 'link')],
  ['my own snippet', own, draftOf(own, 'mine')],
])('the draft of %s comes back', async (_case, answer, draft) => {
  const { script, snippet } = await open(ID, answer, draft).opened
  expect(script).toMatchObject({ source: 'mine', origin: draft.origin })
  expect(snippet).toBe(answer)
})

test.each([
  ['of an older version', { ...shared, version: 3, newest: 3 }, draftOf(shared, 'link')],
  ['that was taken over', shared, draftOf(shared, 'mine')],
  ['that says to be mine where the server does not', shared, draftOf(own, 'mine')],
])('a draft %s makes room for the link', async (_case, answer, draft) => {
  const { script, notice } = await open(ID, answer, draft).opened
  expect(script).toMatchObject({ source: 'a\nb', origin: 'link' })
  expect(notice?.undo).toBe('spare')
})

test.each([
  ['gone', gone, /revoked, or is private/],
  ['out of reach', offline, /did not answer/],
])('a link that is %s leaves the draft of it, and says so', async (_case, failure, text) => {
  const { script, notice } = await open(ID, failure, draftOf(shared, 'link')).opened
  expect(script.source).toBe('mine')
  expect(notice).toMatchObject({ tone: 'error', text: expect.stringMatching(text) })
})

test.each([undefined, draftOf(shared, 'mine')])('without a draft of it there is nothing to show', async (draft) => {
  await expect(open(ID, gone, draft).opened).rejects.toBe(gone)
})
