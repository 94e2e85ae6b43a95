import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type RunEvent } from '../../run/run-events.ts'
import { createEventQueue } from './event-queue.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const text = (value: string): RunEvent => ({ type: 'output', text: value })
const done: RunEvent = { type: 'done', result: { ok: true, values: [], memoryBytes: 0, cpuMs: 0 } }

test('many events are delivered together, in order', () => {
  const deliver = vi.fn()
  const queue = createEventQueue(deliver)
  for (let at = 0; at < 1000; at++) queue.push(text(String(at)))
  vi.runAllTimers()
  expect(deliver).toHaveBeenCalledTimes(1)
  expect(deliver.mock.calls[0]![0]).toHaveLength(1000)
})

test('the end is delivered at once, after what came before', () => {
  const deliver = vi.fn()
  const queue = createEventQueue(deliver)
  queue.push(text('a'))
  queue.push(done)
  expect(deliver.mock.calls).toEqual([[[text('a'), done]]])
  vi.runAllTimers()
  expect(deliver).toHaveBeenCalledTimes(1)
})

test('a closed queue delivers nothing', () => {
  const deliver = vi.fn()
  const queue = createEventQueue(deliver)
  queue.push(text('a'))
  queue.close()
  queue.push(done)
  vi.runAllTimers()
  expect(deliver).not.toHaveBeenCalled()
})
