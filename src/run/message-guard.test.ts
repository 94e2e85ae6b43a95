import { expect, test } from 'vitest'
import { LIMITS } from '../contract/limits.ts'
import { createMessageGuard } from './message-guard.ts'
import { type RunMessage } from './sandbox-client.ts'

const output = (seq: number, text = 'x'): RunMessage => ({ type: 'output', run: 'r', seq, text })
const ask = (id: number): RunMessage => ({ type: 'host', run: 'r', id, operation: 'docs.list', payload: '' })

function feed(messages: RunMessage[], limits = {}): (string | null)[] {
  const guard = createMessageGuard({ ...LIMITS, ...limits })
  return messages.map((message) => {
    const refused = guard.refuse(message)
    if (message.type === 'host') guard.answered()
    return refused
  })
}

test('output in order and calls one after the other are believed', () => {
  expect(feed([output(0), ask(0), output(1), ask(1), ask(5)])).toEqual([null, null, null, null, null])
})

test.each([
  ['replayed output', [output(0), output(0)]],
  ['skipped output', [output(0), output(2)]],
  ['a replayed call', [ask(3), ask(3)]],
  ['a call with an earlier number', [ask(3), ask(2)]],
])('%s is refused', (_, messages) => {
  const [first, second] = feed(messages)
  expect(first).toBeNull()
  expect(second).toMatch(/repeated/)
})

test('a second question before the first is answered is refused', () => {
  const guard = createMessageGuard({ ...LIMITS })
  expect(guard.refuse(ask(0))).toBeNull()
  expect(guard.refuse(ask(1))).toMatch(/twice at once/)
})

test('more output than a run may print is refused, the note that it was cut is not', () => {
  const note = 'x'.repeat(1000)
  expect(feed([output(0, 'y'.repeat(100)), output(1, note)], { outputBytes: 100 })).toEqual([null, null])
  expect(feed([output(0, 'y'.repeat(100_000))], { outputBytes: 100 })).toEqual([expect.stringMatching(/more output/)])
})

test('questions without end are refused', () => {
  const refused = feed(
    Array.from({ length: 21 }, (_, id) => ask(id)),
    { callsPerRun: 2 },
  )
  expect(refused.slice(0, 20).every((reason) => reason === null)).toBe(true)
  expect(refused[20]).toMatch(/too many/)
})

test('a result of many megabytes is refused', () => {
  const done = (text: string): RunMessage => ({
    ...{ type: 'done', run: 'r' },
    result: { ok: true, values: [{ text, json: null }], memoryBytes: 1, cpuMs: 1 },
  })
  expect(feed([done('small')])).toEqual([null])
  expect(feed([done('x'.repeat(17_000_000))])).toEqual([expect.stringMatching(/too large/)])
})
