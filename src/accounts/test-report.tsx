// What came of testing an account: each half on its own, with what to do where it failed.
import { type CredentialGroup } from '../contract/definition.ts'
import { type TestedHalf } from './account-data.ts'

interface TestReportProps {
  tested: readonly TestedHalf[]
  groups: readonly CredentialGroup[]
}

export function TestReport({ tested, groups }: TestReportProps) {
  return (
    <div role="status">
      <ul className="ac-tested">
        {tested.map(({ group, ok, error }) => (
          <li key={group} className={ok ? 'ok' : 'failed'}>
            <b>{groups.find(({ key }) => key === group)?.title ?? group}</b>{' '}
            {ok ? <span>works: a read call was answered.</span> : null}
            {error ? (
              <span>
                failed with <code>{error.code}</code>: {error.message}
                <span className="ac-soft ac-hint">{error.hint}</span>
              </span>
            ) : null}
          </li>
        ))}
        {tested.length ? null : <li className="failed">Nothing could be tested: no part is filled in completely.</li>}
      </ul>
    </div>
  )
}
