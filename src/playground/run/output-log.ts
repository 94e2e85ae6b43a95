// What a script printed, in blocks of lines so that only the last one is drawn again.
import { PAGE_LIMITS } from '../../run/page-limits.ts'

const LINES_PER_BLOCK = 100

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
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const last = blocks.length - 1
    const continues = last >= 0 && !blocks[last]!.endsWith('\n')
    if ((!continues && lines >= PAGE_LIMITS.outputLines) || characters + line.length > PAGE_LIMITS.outputBytes) {
      return { blocks, lines, characters, cut: true }
    }
    characters += line.length
    if (continues) {
      blocks[last] += line
      continue
    }
    if (lines % LINES_PER_BLOCK === 0) blocks.push(line)
    else blocks[last] += line
    lines++
  }
  return { blocks, lines, characters, cut: false }
}
