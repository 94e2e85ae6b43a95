// One call of a run: a line until it is opened, then its arguments, requests, replies and error.
import { memo, type ReactNode, useId, useState } from 'react'
import { type CallRecord } from '../../run/run-events.ts'
import { formatMs } from './durations.ts'
import { EffectBadge } from './effect-badge.tsx'
import { ErrorNote } from './error-note.tsx'
import { ExchangeView } from './exchange-view.tsx'
import { ValueTree } from './value-tree.tsx'

interface CallRowProps {
  record: CallRecord
  onJump(line: number): void
  /** The question of a waiting call. */
  children?: ReactNode
}

export const CallRow = memo(function CallRow({ record, onJump, children }: CallRowProps) {
  const [open, setOpen] = useState(false)
  const details = useId()
  const { call, effect, status } = record
  const account = record.account ?? call.account ?? 'default'
  return (
    <li className={`pg-call ${status}`}>
      <button
        type="button"
        className="pg-call-line"
        aria-expanded={open}
        aria-controls={details}
        onClick={() => {
          setOpen(!open)
        }}
      >
        <span className="pg-twist" aria-hidden="true" data-open={open} />
        <span className="pg-call-name">
          <code>
            {call.integration}.{call.function}
          </code>{' '}
          <span className="pg-faint">
            {`${account} · `}
            {call.line ? `line\u00a0${String(call.line)}` : `call ${String(record.number)}`}
          </span>
        </span>
        {effect ? <EffectBadge effect={effect} /> : null}
        <span className="pg-call-time">
          <ReplyStatus record={record} />
          {describeStatus(record)}
        </span>
      </button>
      {children}
      <div id={details} className="pg-call-details" hidden={!open}>
        {open ? <CallDetails record={record} onJump={onJump} /> : null}
      </div>
    </li>
  )
})

function CallDetails({ record, onJump }: Omit<CallRowProps, 'children'>) {
  const { call, error, exchanges, value } = record
  return (
    <>
      {error ? <ErrorNote error={error} /> : null}
      {call.line ? (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            onJump(call.line)
          }}
        >
          Go to line {call.line}
        </button>
      ) : null}
      <h4 className="pg-label">Arguments</h4>
      <ValueTree json={call.arguments} label="Arguments" />
      {exchanges.map((exchange, at) => (
        <ExchangeView key={at} {...exchange} />
      ))}
      {value === null ? null : (
        <>
          <h4 className="pg-label">Value in Lua</h4>
          <ValueTree json={value} label="Value in Lua" language="lua" />
        </>
      )}
    </>
  )
}

/** The HTTP status of what came back, where there is room for it. */
function ReplyStatus({ record: { status, exchanges } }: { record: CallRecord }) {
  const reply = exchanges.at(-1)?.reply?.status
  return status === 'ok' && reply !== undefined ? <span className="pg-wide">{reply} · </span> : null
}

/** The time a call took; what it waits for; or what went wrong, which says more than a time. */
function describeStatus({ status, error, ms }: CallRecord): string {
  if (status === 'waiting') return 'waiting'
  if (status === 'running') return 'running'
  if (status === 'failed') return error?.code ?? 'failed'
  return ms === null ? '' : formatMs(ms)
}
