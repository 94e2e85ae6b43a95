// What ends something for good: says what ends with it, and asks once more.
import { type ReactNode } from 'react'
import { ErrorNote } from './error-note.tsx'
import { useRequest } from './use-request.ts'

interface ConfirmFormProps {
  /** What the button says that does it. */
  label: string
  /** What will end. */
  children: ReactNode
  request(): Promise<unknown>
  onDone(): void
  onCancel(): void
}

export function ConfirmForm({ label, children, request, onDone, onCancel }: ConfirmFormProps) {
  const { busy, error, send } = useRequest()
  return (
    <div className="ac-form">
      <p>{children}</p>
      <ErrorNote error={error} />
      <p className="ac-do">
        <button
          type="button"
          className="btn danger"
          disabled={busy}
          onClick={() => {
            send(request, onDone)
          }}
        >
          {label}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          Keep it
        </button>
      </p>
    </div>
  )
}
