import { beforeEach, expect, test } from 'vitest'
import { type Draft, type DraftStore, listDrafts, readDraft, removeDraft, writeDraft } from './drafts.ts'

let store: DraftStore

/** A storage of so many characters, as browsers have it. */
function makeStore(room = Infinity): DraftStore {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, text) {
      const used = [...items].reduce((sum, [name, value]) => sum + (name === key ? 0 : value.length), 0)
      if (used + text.length > room) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, text)
    },
  }
}

const draft = (source: string, savedAt: number): Draft => ({
  ...{ source, origin: 'mine', link: null, snippet: null, accounts: {}, savedAt },
})

beforeEach(() => (store = makeStore()))

test('a draft comes back as it was', () => {
  expect(writeDraft(store, 'a', draft('print(1)', 5))).toBe(true)
  expect(readDraft(store, 'a')).toEqual(draft('print(1)', 5))
})

test('what the draft was opened from, and the accounts chosen for it, come back too', () => {
  const snippet = { snippet: 'a1B2c3D4e5F6g7H8i9J0kL', version: 2, title: 'Cache', mine: false }
  const kept = { ...draft('print(1)', 5), snippet, accounts: { upstash: { work: 'main' } } }
  writeDraft(store, 'a', kept)
  expect(readDraft(store, 'a')).toEqual(kept)
})

test.each([
  ['of before there were snippets', {}],
  ['that somebody wrote into', { snippet: { snippet: '../x', version: -1 }, accounts: { upstash: { a: 1 } } }],
])('a draft %s keeps its text', (_case, more) => {
  const old = { source: 'print(1)', origin: 'mine', link: null, savedAt: 5, ...more }
  store.setItem('kosmo.draft.a', JSON.stringify(old))
  expect(readDraft(store, 'a')).toEqual(draft('print(1)', 5))
})

test('tabs do not see each other as their own', () => {
  writeDraft(store, 'a', draft('one', 1))
  writeDraft(store, 'b', draft('two', 2))
  expect(readDraft(store, 'a')?.source).toBe('one')
  expect(listDrafts(store).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('what is no draft is passed over', () => {
  store.setItem('kosmo.draft.x', '{"source":1}')
  store.setItem('kosmo.draft.y', 'not json')
  store.setItem('other', '{}')
  expect(readDraft(store, 'x')).toBeNull()
  expect(listDrafts(store)).toEqual([])
})

test('the oldest go when there are too many', () => {
  for (let at = 0; at < 25; at++) writeDraft(store, String(at), draft('s', at))
  expect(listDrafts(store).map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => String(24 - at)))
})

test('the oldest go when there is no room, the own one never', () => {
  store = makeStore(1000)
  writeDraft(store, 'old', draft('x'.repeat(300), 1))
  writeDraft(store, 'new', draft('y'.repeat(300), 2))
  expect(writeDraft(store, 'mine', draft('z'.repeat(500), 3))).toBe(true)
  expect(listDrafts(store).map(({ id }) => id)).toEqual(['mine', 'new'])
})

test('a draft that does not fit at all is reported', () => {
  store = makeStore(100)
  expect(writeDraft(store, 'a', draft('x'.repeat(200), 1))).toBe(false)
})

test('a removed draft is gone', () => {
  writeDraft(store, 'a', draft('one', 1))
  removeDraft(store, 'a')
  expect(readDraft(store, 'a')).toBeNull()
})
