// What the script printed, as it comes, and how the run ended.
import { memo } from 'react'
import { formatLimit } from '../../contract/format-limit.ts'
import { PAGE_LIMITS } from '../../run/page-limits.ts'
import { type RunState } from '../run/run-state.ts'
import { ProblemCard } from './problem-card.tsx'

interface OutputTabProps {
  run: RunState
  onJump(line: number, column?: number | null): void
}

const Block = memo(function Block({ text }: { text: string }) {
  return <pre className="pg-output-block">{text}</pre>
})

export function OutputTab({ run, onJump }: OutputTabProps) {
  const { output, result } = run
  const silent = run.phase === 'done' && !output.lines && result?.ok
  return (
    <div className="pg-output">
      {output.blocks.map((text, at) => (
        <Block key={at} text={text} />
      ))}
      {output.cut ? (
        <p className="pg-note pg-cut">
          The output is cut here: a run shows up to {PAGE_LIMITS.outputLines.toLocaleString('en')} lines and{' '}
          {formatLimit(PAGE_LIMITS.outputBytes, 'bytes')}.
        </p>
      ) : null}
      {silent ? <p className="pg-note">The script ended and printed nothing.</p> : null}
      {result && !result.ok ? (
        <ProblemCard problem={result.problem} live={run.mode === 'live'} onJump={onJump} />
      ) : null}
    </div>
  )
}
