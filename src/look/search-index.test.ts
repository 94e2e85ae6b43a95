import { expect, test } from 'vitest'
import { readExcerpt } from './search-excerpt.ts'
import { type PageMatch, rankHits } from './search-index.ts'

const page: PageMatch = {
  url: '/integrations/upstash/',
  meta: { title: 'Upstash Lua API', where: 'Upstash' },
  excerpt: '',
  sub_results: [
    { title: 'Upstash Lua API', url: '/integrations/upstash/', excerpt: 'a' },
    { title: 'Keys and values', url: '/integrations/upstash/#keys', excerpt: 'k' },
    { title: 'set_key', url: '/integrations/upstash/#set_key', excerpt: 'b' },
    { title: 'get_key', url: '/integrations/upstash/#get_key', excerpt: 'c' },
  ],
}

test('the function that was asked for comes first, with its page named beside it', () => {
  const hits = rankHits('get_key', [page])
  expect(hits.map(({ title }) => title)).toEqual(['get_key', 'Upstash Lua API', 'Keys and values', 'set_key'])
  expect(hits[0]).toMatchObject({ page: 'Upstash', url: '/integrations/upstash/#get_key' })
})

test('functions come before other titles', () => {
  expect(rankHits('key', [page]).map(({ title }) => title)).toEqual([
    'set_key',
    'get_key',
    'Keys and values',
    'Upstash Lua API',
  ])
})

test('an excerpt is text and marks, whatever it holds', () => {
  expect(readExcerpt('a <mark>b</mark> &lt;img&gt;')).toEqual([
    { text: 'a ', marked: false },
    { text: 'b', marked: true },
    { text: ' <img>', marked: false },
  ])
})
