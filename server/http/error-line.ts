// What the log may hold of an unexpected error. Messages are left out: a database's repeats the values of a statement.

export interface ErrorLine {
  name: string
  /** Of the operating system, Node or PostgreSQL (SQLSTATE). */
  code?: string
  /** Where it was thrown: files and lines of code. */
  stack: string[]
  cause?: ErrorLine
}

const FRAMES = 12

export function describeForLog(error: unknown, depth = 0): ErrorLine {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] }
  const code = (error as { code?: unknown }).code
  return {
    name: error.constructor.name,
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) ? { code } : {}),
    stack: listFrames(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: describeForLog(error.cause, depth + 1) } : {}),
  }
}

/** The frames after the message, which may itself have lines that look like frames. */
function listFrames(error: Error): string[] {
  const stack = error.stack ?? ''
  const head = `${error.name}: ${error.message}`
  const frames = stack.startsWith(head)
    ? stack.slice(head.length)
    : stack.slice(stack.lastIndexOf(error.message) + error.message.length)
  return frames
    .split('\n')
    .filter((line) => /^\s+at .*[:)]\d*\)?$/.test(line))
    .map((line) => line.trim())
    .slice(0, FRAMES)
}
