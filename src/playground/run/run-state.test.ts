import { expect, test } from 'vitest'
import { type ApprovalRequest } from '../../contract/call.ts'
import { type RunResult } from '../../contract/run.ts'
import { type CallRecord, type RunEvent } from '../../run/run-events.ts'
import { applyEvent, beginRun, elapsedMs, settleApproval } from './run-state.ts'

const call = (number: number, status: CallRecord['status']): RunEvent => ({
  type: 'call',
  record: {
    number,
    call: { integration: 'upstash', function: 'set_key', account: null, arguments: '{}', line: number },
    effect: 'write',
    status,
    account: null,
    error: null,
    exchanges: [],
    startedMs: 0,
    ms: null,
    value: null,
  },
})
const request = { id: 'a1', integration: 'upstash' } as ApprovalRequest
const result: RunResult = { ok: true, values: [], memoryBytes: 0, cpuMs: 0 }
const begin = () => beginRun(1, 'live', 'x', 1000)

test('a call is reported again under its number', () => {
  const run = [call(1, 'running'), call(2, 'running'), call(1, 'ok')].reduce((r, e) => applyEvent(r, e, 0), begin())
  expect(run.calls.map(({ number, status }) => [number, status])).toEqual([
    [1, 'ok'],
    [2, 'running'],
  ])
})

test('the clock stands still while a decision is awaited', () => {
  const waiting = applyEvent(begin(), { type: 'approval', number: 1, approval: request }, 1400)
  expect(waiting).toMatchObject({ phase: 'waiting', approval: { number: 1, request } })
  expect(elapsedMs(waiting, 9000)).toBe(400)
  const going = settleApproval(waiting, 9000)
  expect(going).toMatchObject({ phase: 'running', approval: null })
  expect(elapsedMs(going, 9100)).toBe(500)
  const done = applyEvent(going, { type: 'done', result }, 9200)
  expect(done).toMatchObject({ phase: 'done', tookMs: 600, result })
  expect(elapsedMs(done, 99_999)).toBe(600)
})

test('a run that ends while it waits asks no more', () => {
  const waiting = applyEvent(begin(), { type: 'approval', number: 1, approval: request }, 1400)
  expect(applyEvent(waiting, { type: 'done', result }, 5000)).toMatchObject({ approval: null, tookMs: 400 })
})
