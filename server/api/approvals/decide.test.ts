import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Procedures, refusalOf, startProcedures } from '../testing/procedures.ts'

let api: Procedures
let ann: Awaited<ReturnType<Procedures['signIn']>>
let run: string
const script = 'a'.repeat(64)
beforeAll(async () => {
  api = await startProcedures()
  ann = await api.signIn('ann')
  await ann.accounts.connect(api.account('work'))
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  run = (await ann.runs.start({ script, origin: 'mine', catalog: 'fixture' })).run
})

async function ask(fn: string, args: string): Promise<string> {
  const call = { run, script, number: 1, integration: 'alpha', function: fn, arguments: args }
  const outcome = await ann.calls.make({ ...call, account: null, approval: null })
  if (outcome.ok || !outcome.approval) throw new Error('The call asked nothing.')
  return outcome.approval.id
}
const countAllowances = async () => {
  const { rowCount } = await api.pool.query('select from run_allowance where run_id = $1', [run])
  return rowCount
}

test.each([
  ['once', 0],
  ['run', 1],
  ['deny', 0],
] as const)('%s leaves %i allowances for the run', async (decision, count) => {
  const approval = await ask('put', '{"key":"a","value":"1"}')
  expect(await ann.approvals.decide({ approval, decision })).toEqual({ ok: true })
  expect(await countAllowances()).toBe(count)
})

test('of many answers at once one counts', async () => {
  const approval = await ask('put', '{"key":"a","value":"1"}')
  const decisions = ['once', 'run', 'deny', 'once', 'run', 'deny'] as const
  const results = await Promise.allSettled(decisions.map((decision) => ann.approvals.decide({ approval, decision })))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
})

test('"run" is no answer where it was not offered', async () => {
  const approval = await ask('drop', '{"key":"a"}')
  expect(await refusalOf(ann.approvals.decide({ approval, decision: 'run' }))).toMatchObject({ code: 'not_found' })
  expect(await countAllowances()).toBe(0)
})

test('someone else has no say', async () => {
  const approval = await ask('put', '{"key":"a","value":"1"}')
  const other = await api.signIn('other')
  const refusal = await refusalOf(other.approvals.decide({ approval, decision: 'once' }))
  expect(refusal).toEqual(await refusalOf(other.approvals.decide({ approval: 'nothing', decision: 'once' })))
})
