// One request to the server that a button starts: whether it is under way, and what went wrong.
import { useState } from 'react'
import { type CallError } from '../contract/errors.ts'
import { toFailure } from '../run/api.ts'

export interface RequestState {
  busy: boolean
  error: CallError | null
  /** Sends, and passes a success on. A second press while one is under way does nothing. */
  send<T>(request: () => Promise<T>, onDone: (answer: T) => void): void
}

export function useRequest(): RequestState {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  return {
    busy,
    error,
    send(request, onDone) {
      if (busy) return
      setBusy(true)
      setError(null)
      request()
        .then(onDone, (thrown: unknown) => {
          setError(toFailure(thrown).error)
        })
        .finally(() => {
          setBusy(false)
        })
    },
  }
}
