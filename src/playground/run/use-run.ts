// Starts, stops and steers the one run of the page, and reports what it does to the state.
import { type Dispatch, useCallback, useEffect, useRef } from 'react'
import { type ApprovalDecision } from '../../contract/call.ts'
import { type Mode } from '../../contract/script.ts'
import { groupNames } from '../../run/group-names.ts'
import { type RunHandle, type Runner } from '../../run/run-events.ts'
import { type KnownAccount } from '../live/session.ts'
import { type Script } from '../script/script-state.ts'
import { type Action } from '../state.ts'
import { createEventQueue, type EventQueue } from './event-queue.ts'

export interface RunControls {
  /** @param known the accounts of the reader, which a Live run can list */
  start(script: Script, mode: Mode, known: readonly KnownAccount[]): void
  stop(): void
  decide(approval: string, decision: ApprovalDecision): void
}

export function useRun(runner: Runner, dispatch: Dispatch<Action>): RunControls {
  const current = useRef<{ handle: RunHandle; queue: EventQueue } | null>(null)

  const end = useCallback(() => {
    current.current?.queue.close()
    current.current?.handle.stop()
    current.current = null
  }, [])
  useEffect(() => end, [end])

  const start = useCallback<RunControls['start']>(
    ({ source, origin, accounts }, mode, known) => {
      end()
      dispatch({ type: 'started', mode, now: Date.now() })
      const queue = createEventQueue((events) => {
        dispatch({ type: 'events', events, now: Date.now() })
      })
      const onEvent = queue.push.bind(queue)
      const accountNames = groupNames(known)
      const handle = runner.start({ source, mode, origin, demoState: 'kept', accounts, accountNames, onEvent })
      current.current = { handle, queue }
    },
    [runner, dispatch, end],
  )
  const stop = useCallback(() => {
    current.current?.handle.stop()
  }, [])
  const decide = useCallback<RunControls['decide']>(
    (approval, decision) => {
      dispatch({ type: 'decided', now: Date.now() })
      current.current?.handle.decide(approval, decision)
    },
    [dispatch],
  )
  return { start, stop, decide }
}
