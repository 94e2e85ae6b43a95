// A start that cannot go on: what went wrong, in one line for the person at the terminal.

/** Thrown while starting; its message is the whole line that is printed, and the process ends with code 1. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}

/** The line for any error: a start failure speaks for itself, an operating system error gives its code. */
export function describeFailure(error: unknown): string {
  if (error instanceof StartFailure) return error.message
  const text = error instanceof Error ? error.message : String(error)
  return `The server could not start: ${text.replace(/\s*\n\s*/g, ' ')}`
}
