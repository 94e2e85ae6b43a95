import { expect, test } from 'vitest'
import { type CallOutcome } from '../contract/call.ts'
import { callError } from '../contract/errors.ts'
import { createCallLog } from './call-log.ts'
import { type CallRecord } from './run-events.ts'

const call = { integration: 'upstash', function: 'set_key', account: null, arguments: '{}', line: 1 }
const answer: CallOutcome = { ok: true, value: 'null', account: 'main', exchanges: [] }

test('the time of a call leaves out how long the reader took to decide', () => {
  let time = 1_000
  const records: CallRecord[] = []
  const log = createCallLog(
    { version: '1', integrations: [] },
    (record) => records.push(record),
    () => time,
  )
  const logged = log.begin(call)
  time += 40
  logged.setWaiting(true)
  time += 5_000
  logged.setWaiting(false)
  time += 60
  logged.finish(answer)
  expect(records.at(-1)).toMatchObject({ status: 'ok', ms: 100 })
})

test('a call that ends while it waits took as long as it did before', () => {
  let time = 0
  const records: CallRecord[] = []
  const log = createCallLog(
    { version: '1', integrations: [] },
    (record) => records.push(record),
    () => time,
  )
  const logged = log.begin(call)
  time += 40
  logged.setWaiting(true)
  time += 5_000
  logged.finish({ ok: false, error: callError('denied', 'You did not allow it.'), account: 'main', exchanges: [] })
  expect(records.at(-1)).toMatchObject({ status: 'failed', ms: 40 })
})
