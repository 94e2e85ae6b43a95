// A call's error for people: what happened, what to do, and when to try again.
import { type CallError } from '../../contract/errors.ts'
import { countOf } from './durations.ts'

export function ErrorNote({ error }: { error: CallError }) {
  return (
    <div className="pg-error">
      <p className="pg-error-message">
        <code>{error.code}</code> {error.message}
      </p>
      <p className="pg-error-hint">
        {error.hint}
        {error.retryAfter === undefined
          ? null
          : ` The vendor asks to wait ${countOf(Math.ceil(error.retryAfter), 'second')} (Retry-After).`}
      </p>
    </div>
  )
}
