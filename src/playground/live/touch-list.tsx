// What a script calls on each account, with its effects: shown before a linked script may run.
import { EffectBadge } from '../result/effect-badge.tsx'
import { groupByAccount, type Touches } from './touches.ts'

export function TouchList({ touches }: { touches: Touches }) {
  const { functions, dynamic } = touches
  return (
    <>
      {functions.length ? (
        <dl className="pg-touches">
          {groupByAccount(touches).map(({ place, functions: own }) => (
            <div key={`${place.integration}.${place.account ?? ''}`}>
              <dt>
                {place.vendor}, {place.account === null ? 'default account' : <code>{place.account}</code>}
              </dt>
              {own.map(({ function: name, effect }) => (
                <dd key={name}>
                  <code>{name}</code>
                  <EffectBadge effect={effect} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
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
