import { expect, test } from 'vitest'
import { describeAgo } from './times.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test.each([
  ['2026-11-22T11:59:40Z', 'just now'],
  ['2026-11-22T11:58:00Z', '2 minutes ago'],
  ['2026-11-22T10:00:00Z', '2 hours ago'],
  ['2026-11-21T11:00:00Z', 'yesterday'],
  ['2026-11-12T11:00:00Z', '10 days ago'],
  ['2026-11-22T12:00:30Z', 'just now'],
])('%s was %s', (iso, text) => {
  expect(describeAgo(iso, now)).toBe(text)
})
