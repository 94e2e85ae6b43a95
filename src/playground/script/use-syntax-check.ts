// Lua's own parser over the text, a moment after each change.
import { type Dispatch, useEffect } from 'react'
import { type Runner } from '../../run/run-events.ts'
import { type Action } from '../state.ts'

const PAUSE_MS = 350

export function useSyntaxCheck(runner: Runner, source: string, dispatch: Dispatch<Action>): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      runner.check(source).then(
        (problem) => {
          dispatch({ type: 'checked', source, problem })
        },
        // A sandbox that does not start says so at the first run; until then nothing is known.
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [runner, source, dispatch])
}
