// What the command has of the outside world, handed in so that tests can stand in for a terminal.
import { type ScriptThread } from '../thread/start-thread.ts'

export interface Io {
  /** Writes to standard output, as it is. */
  out(text: string): void
  /** Writes to standard error, as it is. */
  err(text: string): void
  /** All of standard input; null when it is a terminal. */
  readInput(): Promise<Uint8Array | null>
  readFile(path: string): Promise<Uint8Array>
  /** Puts a question to the person at the terminal; null when there is none. */
  ask: ((question: string, signal: AbortSignal) => Promise<string>) | null
  /** Starts a thread with Lua in it. */
  startLua(): ScriptThread
  env: Record<string, string | undefined>
  /** Aborted when the command is interrupted. */
  signal: AbortSignal
}

/** How the command ends: 0 all went well, 1 the script or call failed, 2 it was not understood. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const

/** A command that cannot be begun: what is wrong with how it was called, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
