// Scripts to begin with on an account that was just connected: each opens in the playground, Live, on that account.
import { useEffect, useState } from 'react'
import { type CredentialGroup } from '../contract/definition.ts'
import { type Starter } from '../contract/starter.ts'
import { handOverLive } from '../run/hand-over.ts'
import { readStarters } from '../run/starters.ts'
import { type TestedHalf } from './account-data.ts'

interface StarterLinksProps {
  integration: string
  account: string
  groups: readonly CredentialGroup[]
  /** What the test after connecting said; null when it could not be made. */
  tested: readonly TestedHalf[] | null
}

export function StarterLinks({ integration, account, groups, tested }: StarterLinksProps) {
  const starters = useStarters(integration)
  if (!starters.length) return null
  return (
    <nav className="ac-starters" aria-label={`Try ${account}`}>
      <h4>Try it</h4>
      <ul>
        {starters.map(({ title, href, credentials }) => {
          const missing = groups.filter(({ key }) => credentials.includes(key) && !works(key, tested))
          return (
            <li key={href}>
              <a
                href={href}
                onClick={({ currentTarget }) => {
                  markTab(currentTarget.hash, integration, account)
                }}
              >
                {title}
              </a>
              {missing.length ? (
                <span className="ac-soft"> needs {missing.map((group) => group.title).join(' and ')}</span>
              ) : null}
            </li>
          )
        })}
      </ul>
      <p className="ac-soft">
        Each only reads. It opens in the playground, Live on <code>{account}</code>; nothing runs before you press Run.
      </p>
    </nav>
  )
}

/** Without a test nothing is known to be missing. */
function works(group: string, tested: readonly TestedHalf[] | null): boolean {
  return !tested || tested.some((half) => half.group === group && half.ok)
}

function markTab(hash: string, integration: string, name: string): void {
  try {
    handOverLive(sessionStorage, hash, { integration, name })
  } catch {
    // Without storage the script opens as one from a link, on Demo.
  }
}

function useStarters(integration: string): readonly Starter[] {
  const [starters, setStarters] = useState<readonly Starter[]>([])
  useEffect(() => {
    // The account is connected; a list that cannot be loaded only shows nothing to try.
    readStarters(integration).then(setStarters, () => undefined)
  }, [integration])
  return starters
}
