// The terminal of the command: questions to the person there, and all of standard input where it is none.
import { createInterface } from 'node:readline'
import { describeFileError } from '../script-text.ts'
import { UsageError } from './io.ts'
import { readAll } from './read-all.ts'

/**
 * Puts a question on standard error and reads a line. The end of the input is an empty answer. Ctrl-C is one too, and
 * interrupts the command: while a line is read, the terminal hands it to the reader of the line as a key.
 */
export function askAtTerminal(question: string, signal: AbortSignal, interrupt: () => void): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  let isAnswered = false
  return new Promise((resolve) => {
    const close = () => {
      terminal.close()
    }
    signal.addEventListener('abort', close, { once: true })
    terminal.once('SIGINT', interrupt)
    terminal.once('close', () => {
      signal.removeEventListener('abort', close)
      // Without an answer, the line of the question is still open.
      if (!isAnswered) process.stderr.write('\n')
      resolve('')
    })
    terminal.question(question, (answer) => {
      isAnswered = true
      resolve(answer)
      terminal.close()
    })
  })
}

/** All of standard input; null when it is a terminal. */
export async function readInput(signal: AbortSignal): Promise<Uint8Array | null> {
  if (process.stdin.isTTY) return null
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      process.stdin.destroy()
      reject(new UsageError('Stopped before there was an input.'))
    })
  })
  const read = readAll(process.stdin).catch((error: unknown) => {
    throw new UsageError(`Standard input cannot be read: ${describeFileError(error)}.`)
  })
  return Promise.race([read, stopped])
}
