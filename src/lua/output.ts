// Passes on what a script prints, up to the limits, and says once where it was cut.

const encoder = new TextEncoder()

interface OutputLimits {
  outputBytes: number
  outputLines: number
}

/** Returns a writer of text. After a limit is reached it writes one line that says so, then nothing more. */
export function createOutput(limits: OutputLimits, write: (text: string) => void): (text: string) => void {
  let bytes = 0
  let lines = 0
  let isCut = false

  function cut(at: string) {
    isCut = true
    write(`output cut at ${at}\n`)
  }

  return (text) => {
    if (isCut || !text) return
    const size = encoder.encode(text).length
    if (bytes + size > limits.outputBytes) return cut(`${limits.outputBytes} bytes`)
    const breaks = countBreaks(text)
    if (lines + breaks > limits.outputLines) return cut(`${limits.outputLines} lines`)
    bytes += size
    lines += breaks
    write(text)
  }
}

function countBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
