import { expect, test } from 'vitest'
import { handOverLive, keepAccounts, MODE_KEY, readAccounts } from './hand-over.ts'
import { SITE_SCRIPT_KEY } from './site-script.ts'

function openTab(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>()
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) }
}

test('a script is handed over with Live and its account, and other choices stay', () => {
  const tab = openTab()
  keepAccounts(tab, { clerk: { default: 'main' }, upstash: { default: 'main', staging: 'main' } })
  handOverLive(tab, '#1abc', { integration: 'upstash', name: 'work' })
  expect(tab.getItem(SITE_SCRIPT_KEY)).toBe('#1abc')
  expect(tab.getItem(MODE_KEY)).toBe('live')
  expect(readAccounts(tab)).toEqual({ clerk: { default: 'main' }, upstash: { default: 'work', staging: 'main' } })
})

test.each(['', 'no JSON', '[1]', '{"upstash":"main"}', 'null'])('what cannot be read is no choice: %s', (kept) => {
  expect(readAccounts({ getItem: () => kept })).toEqual({})
})
