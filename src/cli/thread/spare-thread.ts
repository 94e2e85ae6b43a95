// Keeps one thread ready: the next run then begins without waiting for Lua to load.
import { type ScriptThread } from './start-thread.ts'

export interface SpareThread {
  /** A thread for one script; another is made ready for the next. */
  take(): ScriptThread
  end(): void
}

export function keepSpareThread(start: () => ScriptThread): SpareThread {
  let spare = start()
  return {
    take() {
      const taken = spare
      spare = start()
      return taken
    },
    end() {
      spare.end()
    },
  }
}
