// One attempt to get out of Lua, as data: the program, and all that it may come to.

export interface EscapeAttempt {
  name: string
  script: string
  /** The returned values as `dump` shows them, with a space between; `failed: ` and the message for an error. */
  ends: string
  /** What it prints. */
  prints: string
  /** Functions of the host that it calls, in order; null where their number says nothing. */
  calls: string[] | null
}

/** An attempt that prints nothing and calls nobody, unless the rest says so. */
export function attempt(
  name: string,
  ends: string,
  script: string,
  rest: Partial<Pick<EscapeAttempt, 'prints' | 'calls'>> = {},
): EscapeAttempt {
  return { name, script, ends, prints: '', calls: [], ...rest }
}
