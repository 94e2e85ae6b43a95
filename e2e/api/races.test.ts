// Requests that really meet in the database: all have taken their snapshot before any of them may go on.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '../../src/contract/limits.ts'
import { type Answer, type Caller } from '../../server/api/testing/caller.ts'
import { startApi, type TestApi } from '../../server/api/testing/start-api.ts'
import { askAndDecide, describeWrite, makeCall, startRun } from './live-run.ts'

let api: TestApi
let ann: Caller
let run: string
beforeAll(async () => {
  api = await startApi()
  ann = await api.signUp('ann')
  await api.connect(ann)
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  run = await startRun(ann)
  api.vendor.hits.length = 0
})

const read = (number: number) => describeWrite(run, { function: 'peek', arguments: '{"key":"a"}', number })

/** Makes calls while another transaction holds the row that they all count in, and lets go when all of them wait for it. */
async function meet(calls: (() => Promise<Answer>)[]): Promise<Answer[]> {
  const holder = await api.pool.connect()
  try {
    await holder.query('begin')
    await holder.query('select from call_rate for update')
    const answers = calls.map((call) => call())
    const countWaiting = async () => {
      const { rows } = await holder.query<{ count: string }>(
        'select count(*) from pg_locks l join pg_stat_activity a using (pid) where not granted and a.datname = current_database()',
      )
      return Number(rows[0]!.count)
    }
    await expect.poll(countWaiting).toBeGreaterThanOrEqual(calls.length)
    await holder.query('commit')
    return await Promise.all(answers)
  } finally {
    holder.release()
  }
}
const countMade = (answers: Answer[]) => answers.filter((answer) => answer.data?.ok === true).length

test('one number is used once', async () => {
  await makeCall(ann, read(1))
  api.vendor.hits.length = 0
  expect(countMade(await meet([1, 2, 3].map(() => () => makeCall(ann, read(2)))))).toBe(1)
  expect(api.vendor.hits).toHaveLength(1)
})

test('the last call of a run is made once', async () => {
  await makeCall(ann, read(1))
  await api.pool.query('update run set calls_used = $2 where id = $1', [run, LIMITS.callsPerRun - 1])
  expect(countMade(await meet([2, 3, 4].map((number) => () => makeCall(ann, read(number)))))).toBe(1)
})

test('one approval is used once', async () => {
  const call = await askAndDecide(ann, describeWrite(run), 'once')
  expect(countMade(await meet([1, 2, 3].map(() => () => makeCall(ann, call))))).toBe(1)
  expect(api.vendor.hits).toHaveLength(1)
})
