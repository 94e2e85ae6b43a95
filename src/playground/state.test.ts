import { expect, test } from 'vitest'
import { type ApprovalRequest } from '../contract/call.ts'
import { type Snippet } from '../contract/snippet.ts'
import { type RunProblem, type RunResult } from '../contract/run.ts'
import { type RunEvent } from '../run/run-events.ts'
import { type Opening } from './script/opening.ts'
import { beginScript, openLinked, openSnippet, type Script } from './script/script-state.ts'
import { type Action, beginState, reduce } from './state.ts'

const opening = (script: Script): Opening => ({ script, notice: null, snippet: null })
const own = () => beginState(opening(beginScript('return 1')), 'demo')
const linked = () => beginState(opening(openLinked('return 1', '#1x', false)), 'live')
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
  const mine = reduce(linked(), { type: 'taken-over', accounts: {} })
  expect(reduce(mine, { type: 'mode', mode: 'live' }).mode).toBe('live')
})

test('the accounts that were chosen stay with the script, not in its text', () => {
  const accounts = { upstash: { work: 'main' } }
  const mine = reduce(linked(), { type: 'taken-over', accounts })
  expect(mine.script).toMatchObject({ accounts, source: 'return 1', touched: true })
  const changed = reduce(mine, { type: 'accounts', accounts: {} })
  expect(reduce(changed, { type: 'edited', source: 'return 2' }).script.accounts).toEqual({})
})

const snippet: Snippet = {
  ...{ id: 'a1B2c3D4e5F6g7H8i9J0kL', version: 2, newest: 2, title: 'Cache', source: 'return 1', visibility: 'link' },
  ...{ owner: 'ann', mine: false, savedAt: '2026-11-22T10:00:00.000Z', forkOf: null },
}

test('what was taken over remembers where it came from, and no longer has that address', () => {
  const linkedSnippet = beginState({ script: openSnippet(snippet), notice: null, snippet }, 'live')
  expect(linkedSnippet.mode).toBe('demo')
  const mine = reduce(linkedSnippet, { type: 'taken-over', accounts: {} })
  expect(mine).toMatchObject({
    snippet: null,
    script: { origin: 'mine', snippet: { snippet: snippet.id, mine: false } },
  })
})

test('a saved script is tied to its link, until that is revoked', () => {
  const saved = reduce(own(), { type: 'saved', snippet: { ...snippet, mine: true } })
  expect(saved.script).toMatchObject({ origin: 'mine', touched: true, snippet: { version: 2, mine: true } })
  const revoked = reduce(saved, { type: 'revoked' })
  expect(revoked).toMatchObject({ snippet: null, panel: null, script: { snippet: null, source: 'return 1' } })
  expect(revoked.notice?.text).toContain('revoked')
})

test('opening a linked script leaves Live', () => {
  const live = reduce(own(), { type: 'mode', mode: 'live' })
  expect(reduce(live, { type: 'opened', opening: opening(openLinked('x', '#1x', false)) }).mode).toBe('demo')
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
