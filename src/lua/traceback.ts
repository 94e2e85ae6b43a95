// Reads Lua's tracebacks and error positions: which lines of the script they name.
import { type TraceLine } from '../contract/run.ts'

/** More digits are no line: a script may give a chunk any name, and an error any text. */
const POSITION = /^main\.lua:(\d{1,9}): /
const FRAME = /^\t((?:main\.lua|\[string ".*?"\.*\]|[^\s:[?]+):(\d+): .*)$/

/** Keeps the frames of scripts; those of C functions and of the prelude (which has no line numbers) go. */
export function filterFrames(traceback: string): string {
  return traceback
    .split('\n')
    .map((line) => FRAME.exec(line)?.[1])
    .filter((line) => line !== undefined)
    .join('\n')
}

/** Frames as filtered, one per line. */
export function readFrames(frames: string): TraceLine[] {
  return frames
    .split('\n')
    .filter(Boolean)
    .map((text) => ({ line: Number(POSITION.exec(text)?.[1] ?? 0), text }))
}

/** The line that a message begins with, as in `main.lua:3: …`, or null. */
export function readLine(message: string): number | null {
  const line = Number(POSITION.exec(message)?.[1] ?? 0)
  return line > 0 ? line : null
}
