// What a screen reader hears of a run: that it began, asks, or ended with what; never every line of output.
import { countOf } from './result/durations.ts'
import { type RunState } from './run/run-state.ts'

export function Announcer({ run }: { run: RunState | null }) {
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {run ? describeRun(run) : ''}
    </div>
  )
}

function describeRun({ phase, mode, result, output, calls, approval }: RunState): string {
  const where = mode === 'demo' ? 'Demo' : 'Live'
  if (phase === 'waiting') return `The run waits for your decision on ${approval?.request.function ?? 'a call'}.`
  if (phase === 'running' || !result) return `Running on ${where}.`
  const made = `${countOf(output.lines, 'line')} of output, ${countOf(calls.length, 'call')}`
  return result.ok ? `Done on ${where}: ${made}.` : `${result.problem.message} ${made}.`
}
