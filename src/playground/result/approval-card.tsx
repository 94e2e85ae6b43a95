// The server's question before a call: what would be sent, to which account, and the reader's three answers.
import { useEffect, useId, useRef, useState } from 'react'
import { type ApprovalDecision, type ApprovalRequest } from '../../contract/call.ts'
import { formatRequest } from './request-text.ts'
import { ValueTree } from './value-tree.tsx'

interface ApprovalCardProps {
  request: ApprovalRequest
  /** Name of the vendor, for people. */
  vendor: string
  line: number
  onDecide(decision: ApprovalDecision): void
}

/** The card appears under a moving hand: what was on its way to another button must not answer. */
const SETTLE_MS = 400

export function ApprovalCard({ request, vendor, line, onDecide }: ApprovalCardProps) {
  const card = useRef<HTMLDivElement>(null)
  const [settled, setSettled] = useState(false)
  const [title, text] = [useId(), useId()]
  const destructive = request.effect === 'destructive'

  useEffect(() => {
    // The card takes the focus and not a button: Enter or Space still on their way decide nothing.
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
    const timer = setTimeout(() => {
      setSettled(true)
    }, SETTLE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])

  const answer = (decision: ApprovalDecision) => () => {
    if (settled) onDecide(decision)
  }
  return (
    <div
      className={`pg-ask ${request.effect}`}
      role="group"
      aria-labelledby={title}
      aria-describedby={text}
      tabIndex={-1}
      ref={card}
    >
      <h3 id={title}>
        Allow this {destructive ? <strong>destructive</strong> : request.effect}
        {request.effect === 'write' ? '' : ' call'} to {vendor}?
      </h3>
      <p id={text}>
        Account <b>{request.account}</b> · {line ? `line ${String(line)}` : 'the script'} asks for{' '}
        <code>{request.function}</code>. {describeUndo(request)}
      </p>
      {request.readFrom?.length ? (
        <p>
          This run has read from <b>{request.readFrom.join(', ')}</b>: its data could leave with this call.
        </p>
      ) : null}
      <h4 className="pg-label">Arguments</h4>
      <ValueTree json={request.arguments} label="Arguments" />
      <h4 className="pg-label">Request that would be sent</h4>
      <pre className="pg-code">{formatRequest(request.preview)}</pre>
      <div className="pg-ask-do" aria-busy={!settled}>
        <button type="button" className="btn primary" aria-disabled={!settled} onClick={answer('once')}>
          Allow once
        </button>
        {request.mayAllowRun ? (
          <button type="button" className="btn" aria-disabled={!settled} onClick={answer('run')}>
            Allow for this run
          </button>
        ) : null}
        <button type="button" className="btn quiet pg-deny" aria-disabled={!settled} onClick={answer('deny')}>
          Deny
        </button>
      </div>
    </div>
  )
}

function describeUndo({ effect, inverse }: ApprovalRequest) {
  if (inverse) {
    return (
      <>
        It can be undone with <code>{inverse}</code>.
      </>
    )
  }
  return effect === 'destructive' ? 'It cannot be undone.' : null
}
