// One request to the vendor and its reply, as they were sent and received but for the secrets.
import { type CallOutcome } from '../../contract/call.ts'
import { formatRequest } from './request-text.ts'
import { ValueTree } from './value-tree.tsx'

export function ExchangeView({ request, reply }: CallOutcome['exchanges'][number]) {
  return (
    <>
      <h4 className="pg-label">Request</h4>
      <pre className="pg-code">{formatRequest(request)}</pre>
      <h4 className="pg-label">Reply{reply ? ` · ${String(reply.status)}` : null}</h4>
      {reply ? <ReplyBody body={reply.body} /> : <p className="pg-note">No reply came.</p>}
    </>
  )
}

function ReplyBody({ body }: { body: string }) {
  return body ? <ValueTree json={body} label="Reply" /> : <p className="pg-note">The reply is empty.</p>
}
