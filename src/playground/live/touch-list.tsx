// The functions that a script calls, with what they do and on which accounts: shown before a linked script may run.
import { EffectBadge } from '../result/effect-badge.tsx'
import { type Touches } from './touches.ts'

export function TouchList({ touches }: { touches: Touches }) {
  const { functions, dynamic } = touches
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
      {dynamic ? (
        <p className="pg-note">
          Not every call can be told in advance: it may call more functions than are listed here.
        </p>
      ) : null}
      {functions.length || dynamic ? null : <p className="pg-note">It calls no integration.</p>}
    </>
  )
}
