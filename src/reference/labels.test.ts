import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { formatRequest, labelEffect, labelNeeds, labelOperation, listFacts } from './labels.ts'

test('a destructive function is a write to the original pages, and more than that to ours', () => {
  expect([labelOperation('destructive'), labelEffect('destructive')]).toEqual(['Write', 'Destructive'])
})

test('the facts read as the original has them', () => {
  const facts = listFacts({ functions: 7, read: 5, write: 2, destructive: 1 }, 'API key')
  expect(facts.flat().join(' ')).toBe('7 functions 5 read 2 write API key auth')
})

test('a request is a line, headers, an empty line and the body', () => {
  const view = { method: 'POST', url: 'https://x.upstash.io/', headers: [] }
  expect(formatRequest({ ...view, headers: [['Authorization', 'Bearer ‹rest_token›']], body: '["GET","a"]' })).toBe(
    'POST https://x.upstash.io/\nAuthorization: Bearer ‹rest_token›\n\n["GET","a"]',
  )
})

test('a function says which of several credentials it needs', () => {
  const upstash = loadCatalog().integrations['upstash']!
  const needs = upstash.functions.map((fn) => labelNeeds(upstash, fn))
  expect(new Set(needs)).toEqual(new Set(['One database', 'The Upstash account']))
  expect(labelNeeds({ ...upstash, credentials: upstash.credentials.slice(0, 1) }, upstash.functions[0]!)).toBe(
    undefined,
  )
})
