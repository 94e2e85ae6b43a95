// A call's error for people: what happened, what to do, and when to try again.
import { type CallError } from '../../contract/errors.ts'
import { countOf } from './durations.ts'
import { FieldErrors } from './field-errors.tsx'

export function ErrorNote({ error }: { error: CallError }) {
  return (
    <div className="pg-error">
      <p className="pg-error-message">
        <a href={`/docs/errors/#${error.code}`} target="_blank" rel="noopener" title="What this code means">
          <code>{error.code}</code>
        </a>{' '}
        {error.message}
      </p>
      <FieldErrors error={error} />
      <p className="pg-error-hint">
        {error.hint}
        {error.retryAfter === undefined
          ? null
          : ` The vendor asks to wait ${countOf(Math.ceil(error.retryAfter), 'second')} (Retry-After).`}
      </p>
    </div>
  )
}
