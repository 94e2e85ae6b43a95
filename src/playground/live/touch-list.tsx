// The functions that a script calls, with what they do and on which accounts: shown before a linked script may run.
import { EffectBadge } from '../result/effect-badge.tsx'
import { type Touches } from './touches.ts'

export function TouchList({ touches }: { touches: Touches }) {
  const { functions, unknownLines } = touches
  return (
    <>
      {functions.length ? (
        <ul className="pg-touches">
          {functions.map(({ integration, function: name, effect, accounts }) => (
            <li key={`${integration}.${name}`}>
              <code>
                {integration}.{name}
              </code>
              <EffectBadge effect={effect} />
              <span className="pg-faint">{accounts.map((account) => account ?? 'default account').join(', ')}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {unknownLines.length ? (
        <p className="pg-note">
          {`Not every call can be told in advance (${nameLines(unknownLines)}): more functions may be called than are listed.`}
        </p>
      ) : null}
      {!functions.length && !unknownLines.length ? <p className="pg-note">It calls no integration.</p> : null}
    </>
  )
}

function nameLines(lines: readonly number[]): string {
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`
}
