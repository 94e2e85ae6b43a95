// What the script returned: each value as a tree, or as `dump` shows it where it has no JSON.
import { type RunState } from '../run/run-state.ts'
import { ValueTree } from './value-tree.tsx'

export function ResultTab({ run }: { run: RunState }) {
  const { result } = run
  if (!result) return <p className="pg-note">The script has not ended yet.</p>
  if (!result.ok) return <p className="pg-note">The script did not end, so it returned nothing. Output says why.</p>
  if (!result.values.length) {
    return (
      <p className="pg-note">
        The script returned nothing. End it with <code>return value</code> to see the value here.
      </p>
    )
  }
  return (
    <ol className="pg-values">
      {result.values.map(({ text, json }, at) => (
        <li key={at}>
          {result.values.length > 1 ? <h3 className="pg-label">Value {at + 1}</h3> : null}
          {json === null ? (
            <pre className="pg-text">{text}</pre>
          ) : (
            <ValueTree json={json} label={`Value ${String(at + 1)}`} language="lua" />
          )}
        </li>
      ))}
    </ol>
  )
}
