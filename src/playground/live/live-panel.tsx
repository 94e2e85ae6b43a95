// What a Live run still needs, each with the one button that leads there.
import { connectAddress, signInAddress } from './addresses.ts'
import { type LiveNeed } from './live-needs.ts'

export function LivePanel({ needs }: { needs: readonly LiveNeed[] }) {
  const shown = needs.filter(({ kind }) => kind !== 'wait')
  if (!shown.length) return null
  return (
    <div className="pg-banner" role="region" aria-label="Before this runs Live">
      {shown.map((need) => (
        <NeedLine key={need.kind === 'connect' ? `${need.integration}.${need.account ?? ''}` : need.kind} need={need} />
      ))}
    </div>
  )
}

function NeedLine({ need }: { need: LiveNeed }) {
  switch (need.kind) {
    case 'wait':
      return null
    case 'server':
      return <p>Live runs need the server of this site, and it does not answer. Demo works without it.</p>
    case 'sign-in':
      return (
        <p>
          <span>Live runs use your own accounts. Sign in first; the script stays as it is.</span>
          <a className="btn" href={signInAddress}>
            Sign in
          </a>
        </p>
      )
    case 'connect':
      return (
        <p>
          <span>
            {need.account === null ? (
              `No account of ${need.vendor} is connected.`
            ) : (
              <>
                The script asks for the account <code>{need.account}</code> of {need.vendor}, which is not connected.
              </>
            )}
          </span>
          <a className="btn" href={connectAddress(need.integration, need.account)}>
            Connect {need.vendor}
          </a>
        </p>
      )
  }
}
