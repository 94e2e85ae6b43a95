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

/** A batch that has sent its 200 prompt pieces. */
function setUpBusy() {
  const all = setUp()
  for (let i = 0; i < 200; i++) all.batch.add('.')
  all.sent.length = 0
  return all
}

test('the first lines are sent as they come: a script that hangs has shown them', () => {
  const { sent, batch } = setUp()
  for (const line of ['a\n', 'b\n', 'c\n']) batch.add(line)
  expect(sent).toEqual(['a\n', 'b\n', 'c\n'])
})

test('later lines are sent together, every 50 ms', () => {
  const { sent, clock, batch } = setUpBusy()
  for (const line of ['a\n', 'b\n', 'c\n']) batch.add(line)
  expect(sent).toEqual([])
  clock.now = 60
  batch.add('d\n')
  expect(sent).toEqual(['a\nb\nc\nd\n'])
})

test('64 kB are sent without waiting', () => {
  const { sent, batch } = setUpBusy()
  for (let i = 0; i < 100; i++) batch.add('x'.repeat(1024))
  expect(sent.map((text) => text.length)).toEqual([65536])
})

test('flush sends what is held, and nothing twice', () => {
  const { sent, batch } = setUpBusy()
  batch.add('a')
  batch.add('b')
  batch.flush()
  batch.flush()
  expect(sent).toEqual(['ab'])
})
