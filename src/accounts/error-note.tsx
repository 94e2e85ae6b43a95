// An error of the server or the vendor: what happened, and what to do.
import { type CallError } from '../contract/errors.ts'

export function ErrorNote({ error }: { error: CallError | null }) {
  if (!error) return null
  return (
    <div className="ac-problem" role="alert">
      <p>{error.message}</p>
      <p className="ac-soft">{error.hint}</p>
    </div>
  )
}
