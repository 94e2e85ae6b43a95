import { expect, test } from 'vitest'
import { createOutputBatch } from './output-batch.ts'

function setUp() {
  const sent: string[] = []
  const clock = { now: 0 }
  const batch = createOutputBatch(
    (text) => sent.push(text),
    () => clock.now,
  )
  return { sent, clock, batch }
}

test('the first line is sent at once, lines soon after it together', () => {
  const { sent, clock, batch } = setUp()
  for (const line of ['a\n', 'b\n', 'c\n']) batch.add(line)
  expect(sent).toEqual(['a\n'])
  clock.now = 60
  batch.add('d\n')
  expect(sent).toEqual(['a\n', 'b\nc\nd\n'])
})

test('64 kB are sent without waiting', () => {
  const { sent, batch } = setUp()
  batch.add('a')
  for (let i = 0; i < 100; i++) batch.add('x'.repeat(1024))
  expect(sent.map((text) => text.length)).toEqual([1, 65536])
})

test('flush sends what is held, and nothing twice', () => {
  const { sent, batch } = setUp()
  batch.add('a')
  batch.add('b')
  batch.flush()
  batch.flush()
  expect(sent).toEqual(['a', 'b'])
})
