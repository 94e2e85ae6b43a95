import { expect, test } from 'vitest'
import { SNIPPETS_PER_PAGE } from '../../../src/contract/snippet.ts'
import { startProcedures } from '../testing/procedures.ts'

test('my snippets come newest first, page after page, each once, also those of one moment', async () => {
  await using api = await startProcedures()
  const ann = await api.signIn('ann')
  const ids: string[] = []
  const total = SNIPPETS_PER_PAGE + 5
  for (let n = 0; n < total; n++) {
    // Three snippets share each moment.
    if (n % 3 === 0) api.time.now += 60_000
    ids.push((await ann.snippets.save({ source: 'return 1', title: `No. ${n}`, visibility: 'private' })).id)
  }
  const first = await ann.snippets.list()
  expect(first).toHaveLength(SNIPPETS_PER_PAGE)
  const { id, createdAt } = first.at(-1)!
  const second = await ann.snippets.list({ after: { id, createdAt } })
  const all = [...first, ...second]
  expect(new Set(all.map((row) => row.id))).toEqual(new Set(ids))
  expect(all).toHaveLength(total)
  expect(all.map((row) => row.createdAt)).toEqual(
    all
      .map((row) => row.createdAt)
      .toSorted()
      .reverse(),
  )
  const last = second.at(-1)!
  expect(await ann.snippets.list({ after: { id: last.id, createdAt: last.createdAt } })).toEqual([])
  expect(Object.keys(first[0]!).sort()).toEqual(['createdAt', 'id', 'newest', 'savedAt', 'title', 'visibility'])
})
