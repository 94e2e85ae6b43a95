// What a script printed, in blocks of lines so that only the last one is drawn again.
import { PAGE_LIMITS } from '../../run/page-limits.ts'

/** A block that is full goes on to the end of its line. */
const LINES_PER_BLOCK = 100
const CHARACTERS_PER_BLOCK = 16 * 1024

export interface OutputLog {
  /** Text in order; all but the last hold whole lines. */
  blocks: readonly string[]
  /** Lines that have begun. */
  lines: number
  characters: number
  /** Whether something was left out because it was too much to show. */
  cut: boolean
}

export const EMPTY_OUTPUT: OutputLog = { blocks: [], lines: 0, characters: 0, cut: false }

/** Adds text as printed. Beyond the limits of a run nothing is added, and `cut` says so. */
export function appendOutput(log: OutputLog, text: string): OutputLog {
  if (log.cut || !text) return log
  const blocks = [...log.blocks]
  let { lines, characters } = log
  for (const whole of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const last = blocks.length - 1
    const continues = last >= 0 && !blocks[last]!.endsWith('\n')
    if (!continues && lines >= PAGE_LIMITS.outputLines) return { blocks, lines, characters, cut: true }
    // What of a line still fits is shown: a script may print all in one.
    const line = whole.slice(0, PAGE_LIMITS.outputBytes - characters)
    characters += line.length
    if (continues) {
      blocks[last] += line
    } else if (line) {
      const isFull = lines % LINES_PER_BLOCK === 0 || blocks[last]!.length >= CHARACTERS_PER_BLOCK
      if (isFull) blocks.push(line)
      else blocks[last] += line
      lines++
    }
    if (line.length < whole.length) return { blocks, lines, characters, cut: true }
  }
  return { blocks, lines, characters, cut: false }
}
