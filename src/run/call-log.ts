// The list of a run's calls: numbers them, times them, and reports each change.
import { type Call, type CallOutcome } from '../contract/call.ts'
import { type CatalogIndex } from '../contract/catalog.ts'
import { type Effect } from '../contract/effect.ts'
import { callError } from '../contract/errors.ts'
import { type CallRecord } from './run-events.ts'

export interface LoggedCall {
  number: number
  /** The reader is asked, or has answered. */
  setWaiting(waiting: boolean): void
  finish(outcome: CallOutcome): void
}

export function createCallLog(index: CatalogIndex, report: (record: CallRecord) => void, now: () => number) {
  const startedAt = now()
  const open = new Set<LoggedCall>()
  let count = 0
  return {
    /** Ends the calls under way: the run is over, so no answer will come. */
    cancel(): void {
      const error = callError('cancelled', 'The run ended before the call did.')
      for (const call of open) call.finish({ ok: false, error, account: null, exchanges: [] })
    },
    begin(call: Call): LoggedCall {
      const number = ++count
      const beganAt = now()
      let waitedMs = 0
      let waitingSince: number | null = null
      let record: CallRecord = {
        number,
        call,
        effect: findEffect(index, call),
        status: 'running',
        account: call.account,
        error: null,
        exchanges: [],
        startedMs: beganAt - startedAt,
        ms: null,
        value: null,
      }
      function change(fields: Partial<CallRecord>): void {
        record = { ...record, ...fields }
        report(record)
      }
      report(record)
      const logged: LoggedCall = {
        number,
        setWaiting(waiting) {
          if (waitingSince !== null) waitedMs += now() - waitingSince
          waitingSince = waiting ? now() : null
          change({ status: waiting ? 'waiting' : 'running' })
        },
        finish(outcome) {
          if (!open.delete(logged)) return
          change({
            status: outcome.ok ? 'ok' : 'failed',
            account: outcome.account ?? call.account,
            error: outcome.ok ? null : outcome.error,
            exchanges: outcome.exchanges,
            value: outcome.ok ? outcome.value : null,
            // The reader's own time to decide says nothing of the vendor.
            ms: (waitingSince ?? now()) - beganAt - waitedMs,
          })
        },
      }
      open.add(logged)
      return logged
    },
  }
}

function findEffect(index: CatalogIndex, call: Call): Effect | null {
  const entry = index.integrations.find(({ slug }) => slug === call.integration)
  return entry?.functions.find(({ name }) => name === call.function)?.effect ?? null
}
