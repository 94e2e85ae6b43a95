import { expect, test } from 'vitest'
import { type ApprovalRequest } from '../contract/call.ts'
import { type RunProblem, type RunResult } from '../contract/run.ts'
import { type RunEvent } from '../run/run-events.ts'
import { beginScript, openLinked } from './script/script-state.ts'
import { type Action, beginState, reduce } from './state.ts'

const own = () => beginState(beginScript('return 1'), 'demo', null)
const linked = () => beginState(openLinked('return 1', '#1x', false), 'live', null)
const started: Action = { type: 'started', mode: 'demo', now: 0 }
const events = (...list: RunEvent[]): Action => ({ type: 'events', events: list, now: 1 })
const done = (values: number): RunEvent => {
  const result: RunResult = { ok: true, values: Array(values).fill({ text: '1', json: '1' }), memoryBytes: 0, cpuMs: 0 }
  return { type: 'done', result }
}
const approval: RunEvent = { type: 'approval', number: 1, approval: { id: 'a' } as ApprovalRequest }
const after = (...actions: Action[]) => actions.reduce(reduce, own())

test('a linked script stays on Demo until it is taken over', () => {
  expect(linked().mode).toBe('demo')
  expect(reduce(linked(), { type: 'mode', mode: 'live' }).mode).toBe('demo')
  const mine = reduce(linked(), { type: 'taken-over' })
  expect(reduce(mine, { type: 'mode', mode: 'live' }).mode).toBe('live')
})

test('opening a linked script leaves Live', () => {
  const live = reduce(own(), { type: 'mode', mode: 'live' })
  expect(reduce(live, { type: 'opened', script: openLinked('x', '#1x', false), notice: null }).mode).toBe('demo')
})

test('editing clears nothing', () => {
  const run = after(started, events({ type: 'output', text: 'hi\n' }, done(1)))
  expect(reduce(run, { type: 'edited', source: 'return 2' }).run).toBe(run.run)
})

test('a run that only returns shows the result', () => {
  expect(after(started, events(done(1))).tab).toBe('result')
  expect(after(started, events({ type: 'output', text: 'hi\n' }, done(1))).tab).toBe('output')
})

test('a question brings the calls to the front, whatever was chosen', () => {
  expect(after(started, { type: 'tab', tab: 'result' }, events(approval)).tab).toBe('calls')
})

test('after a question the output comes back', () => {
  const asked = after(started, events(approval), { type: 'decided', now: 2 })
  expect(asked.run?.approval).toBeNull()
  expect(reduce(asked, events({ type: 'output', text: 'hi\n' }, done(0))).tab).toBe('output')
})

test('the tab that the reader chose stays', () => {
  expect(after(started, { type: 'tab', tab: 'calls' }, events({ type: 'output', text: 'hi\n' }, done(0))).tab).toBe(
    'calls',
  )
})

test('the answer of a check counts only for the text that was checked', () => {
  const problem: RunProblem = { kind: 'syntax', message: 'x', line: 1, column: null, traceback: [], error: null }
  expect(after({ type: 'checked', source: 'other', problem }).syntax).toBeNull()
  expect(after({ type: 'checked', source: 'return 1', problem }).syntax).toBe(problem)
})
