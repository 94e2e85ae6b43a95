// Reads Lua's tracebacks and error positions: which lines of the script they name.
import { type TraceLine } from '../contract/run.ts'

/** More digits are no line: a script may give a chunk any name, and an error any text. */
const POSITION = /^main\.lua:(\d{1,9}): /
const FRAME = /^\t((?:main\.lua|\[string ".*?"\.*\]|[^\s:[?]+):(\d+): .*)$/

/** The frame of a function that scripts call to raise an error. No frame of a script looks like it. */
const RAISER = /^\t?(\[C\]: in function '(error|assert)')$/

/**
 * Keeps the frames of scripts; those of C functions and of the prelude (which has no line numbers) go, but for that of
 * `error` or `assert`, called by the first that stays.
 */
export function filterFrames(traceback: string): string {
  const lines = traceback.split('\n')
  const frames = lines.map((line) => FRAME.exec(line)?.[1])
  const first = frames.findIndex((frame) => frame !== undefined)
  return [RAISER.exec(lines[first - 1] ?? '')?.[1], ...frames].filter((frame) => frame !== undefined).join('\n')
}

/** What raised the error, of which these are the frames as filtered. */
export function readRaiser(frames: string): 'error' | 'assert' | null {
  const [first = ''] = frames.split('\n', 1)
  return (RAISER.exec(first)?.[2] ?? null) as 'error' | 'assert' | null
}

/** The script's own frames as filtered, one per line. */
export function readFrames(frames: string): TraceLine[] {
  return frames
    .split('\n')
    .filter((text) => text && !RAISER.test(text))
    .map((text) => ({ line: Number(POSITION.exec(text)?.[1] ?? 0), text }))
}

/** The line that a message begins with, as in `main.lua:3: …`, or null. */
export function readLine(message: string): number | null {
  const line = Number(POSITION.exec(message)?.[1] ?? 0)
  return line > 0 ? line : null
}
