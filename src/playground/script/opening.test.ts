import { expect, test } from 'vitest'
import { type Draft, listDrafts, readDraft, type StoredDraft, writeDraft } from './drafts.ts'
import { SITE_SCRIPT_KEY } from '../../run/site-script.ts'
import { openScript } from './opening.ts'
import { encodeLink } from './share-link.ts'
import { STARTER } from './starter.ts'
import { createMemoryStore } from './stores.ts'

const HOUR = 3_600_000
const draft = (source: string, link: string | null = null): Draft => ({
  ...{ source, origin: 'mine', link, snippet: null, accounts: {}, savedAt: 0 },
})

function open(hash: string, stored: Record<string, Draft> = {}, marked = '', orphans: StoredDraft[] = []) {
  const drafts = createMemoryStore()
  for (const [id, one] of Object.entries(stored)) writeDraft(drafts, id, one)
  const tab = { getItem: (key: string) => (key === SITE_SCRIPT_KEY ? marked : null) }
  const listOrphans = () => Promise.resolve(orphans)
  const opened = openScript({ hash, tab, drafts, id: 'own', spareId: 'spare', listOrphans, now: HOUR })
  return opened.then((opening) => ({ ...opening, drafts }))
}

test('a new tab opens the starter', async () => {
  expect(await open('')).toMatchObject({ script: { source: STARTER, origin: 'mine', touched: false }, notice: null })
})

test('a tab with a draft opens that', async () => {
  expect((await open('', { own: draft('mine') })).script).toMatchObject({ source: 'mine', origin: 'mine' })
})

test('a new tab offers what another one lost, unless that was long ago', async () => {
  const lost = { id: 'lost', ...draft('-- title: Lost') }
  expect((await open('', {}, '', [lost])).notice).toMatchObject({ undo: 'lost', text: expect.stringContaining('Lost') })
  expect((await open('', {}, '', [{ ...lost, savedAt: -9 * HOUR }])).notice).toBeNull()
  expect((await open('', {}, '', [{ ...lost, source: STARTER }])).notice).toBeNull()
})

test('a link opens inert, and the own draft makes room without being lost', async () => {
  const { script, notice, drafts } = await open(await encodeLink('shared'), { own: draft('mine') })
  expect(script).toMatchObject({ source: 'shared', origin: 'link', readOnly: true, touched: false })
  expect(notice?.undo).toBe('spare')
  expect(readDraft(drafts, 'spare')?.source).toBe('mine')
  expect(listDrafts(drafts)).toHaveLength(1)
})

test('the draft of the same link comes back instead of the link', async () => {
  const hash = await encodeLink('shared')
  const { script } = await open(hash, { own: { ...draft('changed', hash), origin: 'link' } })
  expect(script).toMatchObject({ source: 'changed', origin: 'link' })
})

test('only what this site marked opens as one of its examples', async () => {
  const hash = await encodeLink('example')
  expect((await open(hash, {}, hash)).script).toMatchObject({ origin: 'site', readOnly: false })
  expect((await open(hash, {}, '#1other')).script.origin).toBe('link')
})

test('a bad link costs nothing', async () => {
  const { script, notice, drafts } = await open('#1____', { own: draft('mine') })
  expect(script.source).toBe('mine')
  expect(notice).toMatchObject({ tone: 'error' })
  expect(readDraft(drafts, 'own')?.source).toBe('mine')
})

test('a bad link in a new tab opens nothing', async () => {
  expect((await open('#1____')).script).toMatchObject({ source: '', origin: 'mine' })
})
