// The result side: tabs with counts, the clock of the run, and what the chosen tab shows.
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { type ApprovalDecision } from '../../contract/call.ts'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { type RunState } from '../run/run-state.ts'
import { CallsTab } from './calls-tab.tsx'
import { OutputTab } from './output-tab.tsx'
import { ResultTab } from './result-tab.tsx'
import { RunClock } from './run-clock.tsx'

export const RESULT_TABS = ['output', 'calls', 'result'] as const
export type ResultTabName = (typeof RESULT_TABS)[number]

const LABELS: Record<ResultTabName, string> = { output: 'Output', calls: 'Calls', result: 'Result' }

interface ResultPaneProps {
  run: RunState | null
  tab: ResultTabName
  index: CatalogIndex | null
  onTab(tab: ResultTabName): void
  onJump(line: number, column?: number | null): void
  onDecide(approval: string, decision: ApprovalDecision): void
}

export const ResultPane = memo(function ResultPane(props: ResultPaneProps) {
  const { run, tab, onTab } = props
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = RESULT_TABS.at((RESULT_TABS.indexOf(tab) + step) % RESULT_TABS.length) ?? tab
    onTab(next)
    document.getElementById(`pg-tab-${next}`)?.focus()
  }
  return (
    <section className="pg-result" aria-label="Result of the run">
      <div className="pg-tabs">
        <div role="tablist" aria-label="Result" onKeyDown={onKeyDown}>
          {RESULT_TABS.map((name) => (
            <button
              key={name}
              id={`pg-tab-${name}`}
              type="button"
              role="tab"
              aria-selected={name === tab}
              aria-controls="pg-tab-panel"
              tabIndex={name === tab ? 0 : -1}
              onClick={() => {
                onTab(name)
              }}
            >
              {LABELS[name]}
              <TabCount count={countFor(name, run)} />
            </button>
          ))}
        </div>
        {run ? <RunClock run={run} /> : null}
      </div>
      <div className="pg-panel" id="pg-tab-panel" role="tabpanel" aria-labelledby={`pg-tab-${tab}`} tabIndex={0}>
        {run ? panelOf(tab, run, props) : <EmptyResult />}
      </div>
    </section>
  )
})

function panelOf(tab: ResultTabName, run: RunState, props: ResultPaneProps): ReactNode {
  if (tab === 'calls') return <CallsTab {...props} run={run} />
  return tab === 'output' ? <OutputTab run={run} onJump={props.onJump} /> : <ResultTab run={run} />
}

function countFor(name: ResultTabName, run: RunState | null): number {
  if (!run) return 0
  if (name === 'output') return run.output.lines
  if (name === 'calls') return run.calls.length
  return run.result?.ok ? run.result.values.length : 0
}

function TabCount({ count }: { count: number }) {
  return count ? <small>{count.toLocaleString('en')}</small> : null
}

function EmptyResult() {
  return (
    <div className="pg-empty">
      <p>Press Run, and what the script prints, calls and returns stands here.</p>
      <pre className="pg-code">print(app.integrations.upstash.get_key({'{ key = "visits" }'}).value)</pre>
    </div>
  )
}
