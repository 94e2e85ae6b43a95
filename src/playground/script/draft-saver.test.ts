import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftSaver, SAVE_MS } from './draft-saver.ts'
import { type DraftStore } from './drafts.ts'

const written: string[] = []
const store: DraftStore = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem: () => undefined,
  setItem: (_key, text) => void written.push((JSON.parse(text) as { source: string }).source),
}
const draft = (source: string) => ({ source, origin: 'mine', link: null, snippet: null, accounts: {} }) as const

beforeEach(() => {
  vi.useFakeTimers()
  written.length = 0
})
afterEach(() => vi.useRealTimers())

test('steady typing is saved all the time', () => {
  const saver = createDraftSaver(store, 'a')
  for (let at = 1; at <= 10; at++) {
    saver.schedule(draft(String(at)))
    vi.advanceTimersByTime(SAVE_MS / 2)
  }
  expect(written.length).toBeGreaterThanOrEqual(4)
  vi.advanceTimersByTime(SAVE_MS)
  expect(written.at(-1)).toBe('10')
})

test('a flush saves at once, and once', () => {
  const saver = createDraftSaver(store, 'a')
  saver.schedule(draft('x'))
  expect(saver.state()).toBe('pending')
  saver.flush()
  vi.advanceTimersByTime(SAVE_MS * 2)
  saver.flush()
  expect(written).toEqual(['x'])
  expect(saver.state()).toBe('saved')
})

test('a store that refuses is reported, and heard of', () => {
  const refusing = {
    ...store,
    setItem() {
      throw new DOMException('full')
    },
  }
  const saver = createDraftSaver(refusing, 'a')
  const states: string[] = []
  saver.subscribe(() => states.push(saver.state()))
  saver.schedule(draft('x'))
  saver.flush()
  expect(states).toEqual(['pending', 'failed'])
})
