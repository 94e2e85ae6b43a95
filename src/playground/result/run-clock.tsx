// Where a run stands: what it does, for how long, and how many calls it has made.
import { useEffect, useState } from 'react'
import { PAGE_LIMITS } from '../../run/page-limits.ts'
import { elapsedMs, type RunState } from '../run/run-state.ts'
import { countOf, formatSeconds } from './durations.ts'

const TICK_MS = 100

export function RunClock({ run }: { run: RunState }) {
  const now = useNow(run.phase === 'running')
  const time = formatSeconds(elapsedMs(run, Math.max(now, run.startedAt)))
  const calls =
    run.phase === 'done'
      ? countOf(run.calls.length, 'call')
      : `${String(run.calls.length)} of ${String(PAGE_LIMITS.callsPerRun)} calls`
  return (
    <div className="pg-clock">
      <span className={`badge ${run.mode === 'demo' ? 'demo' : 'recorded'}`}>
        {run.mode === 'demo' ? 'Demo' : 'Live'}
      </span>
      <span>
        {describePhase(run)} · {time}
        <span className="pg-wide"> · {calls}</span>
      </span>
    </div>
  )
}

function describePhase({ phase, result }: RunState): string {
  if (phase !== 'done') return phase
  if (result?.ok) return 'done'
  return result?.problem.kind === 'stopped' ? 'stopped' : 'failed'
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => {
      setNow(Date.now())
    }, TICK_MS)
    return () => {
      clearInterval(timer)
    }
  }, [ticking])
  return now
}
