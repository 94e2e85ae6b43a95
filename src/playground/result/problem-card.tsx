// Why a run ended early: the message, what to do, and the lines of the traceback to jump to.
import { useEffect, useRef } from 'react'
import { FieldErrors } from './field-errors.tsx'
import { ErrorAction } from '../live/error-action.tsx'
import { type RunProblem, type TraceLine } from '../../contract/run.ts'

interface ProblemCardProps {
  problem: RunProblem
  /** On Demo no account of the reader's is at fault. */
  live: boolean
  onJump(line: number, column?: number | null): void
}

const HEADINGS: Record<RunProblem['kind'], string> = {
  syntax: 'The script does not parse',
  script: 'The script failed',
  limit: 'The run reached a limit',
  stopped: 'Stopped',
  crashed: 'The run crashed',
}

export function ProblemCard({ problem, live, onJump }: ProblemCardProps) {
  const { kind, message, line, column, traceback, error } = problem
  // The first place is the message's own; only a longer way down says more.
  const way = traceback.length > 1 ? traceback : []
  const card = useRef<HTMLDivElement>(null)
  // It stands below everything that was printed before.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div className={`pg-problem ${kind}`} ref={card}>
      <div className="pg-problem-head">
        <h3>{HEADINGS[kind]}</h3>
        {line === null ? null : <JumpButton line={line} onJump={() => onJump(line, column)} />}
      </div>
      {kind === 'stopped' ? (
        <p className="pg-error-hint">You ended the run. What it had done before stays done.</p>
      ) : (
        <pre className="pg-problem-message">{message}</pre>
      )}
      {error ? <FieldErrors error={error} /> : null}
      {error ? (
        <p className="pg-error-hint">
          {error.hint}{' '}
          <a href={`/docs/errors/#${error.code}`} target="_blank" rel="noopener">
            What {error.code} means
          </a>
        </p>
      ) : null}
      {error && live ? <ErrorAction error={error} /> : null}
      {way.length ? (
        <ol className="pg-trace" aria-label="Traceback">
          {way.map((place, at) => (
            <li key={at}>
              <TracePlace place={place} onJump={onJump} />
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}

function TracePlace({ place, onJump }: { place: TraceLine; onJump(line: number): void }) {
  if (!place.line) return <span>{place.text}</span>
  return (
    <button
      type="button"
      className="pg-link"
      onClick={() => {
        onJump(place.line)
      }}
    >
      {place.text}
    </button>
  )
}

function JumpButton({ line, onJump }: { line: number; onJump(): void }) {
  return (
    <button
      type="button"
      className="btn small"
      onClick={() => {
        onJump()
      }}
    >
      Go to line {line}
    </button>
  )
}
