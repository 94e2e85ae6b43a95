// The calls of a run in their order; the one that waits for a decision carries the question.
import { type ApprovalDecision } from '../../contract/call.ts'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type RunState } from '../run/run-state.ts'
import { ApprovalCard } from './approval-card.tsx'
import { CallRow } from './call-row.tsx'

interface CallsTabProps {
  run: RunState
  index: CatalogIndex | null
  onJump(line: number): void
  onDecide(approval: string, decision: ApprovalDecision): void
}

export function CallsTab({ run, index, onJump, onDecide }: CallsTabProps) {
  const { calls, approval } = run
  if (!calls.length) {
    return (
      <p className="pg-note">
        {run.phase === 'done' ? 'The script made no call.' : 'No call yet.'} Call a function of an integration, as{' '}
        <code>app.integrations.upstash.get_key({'{ key = "visits" }'})</code>
      </p>
    )
  }
  return (
    <ol className="pg-calls">
      {calls.map((record) => (
        <CallRow key={`${String(run.id)}/${String(record.number)}`} record={record} onJump={onJump}>
          {approval?.number === record.number ? (
            <ApprovalCard
              key={approval.request.id}
              request={approval.request}
              line={record.call.line}
              vendor={
                index?.integrations.find(({ slug }) => slug === approval.request.integration)?.name ??
                approval.request.integration
              }
              onDecide={(decision) => {
                onDecide(approval.request.id, decision)
              }}
            />
          ) : null}
        </CallRow>
      ))}
    </ol>
  )
}
