// The terminal of the command: questions to the person there, and all of standard input where it is none.
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { UsageError } from './io.ts'

/**
 * Puts a question on standard error and reads a line. The end of the input is an empty answer. Ctrl-C is one too, and
 * interrupts the command: while a line is read, the terminal hands it to the reader of the line as a key.
 */
export function askAtTerminal(question: string, signal: AbortSignal, interrupt: () => void): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  return new Promise((resolve) => {
    const close = () => {
      terminal.close()
    }
    signal.addEventListener('abort', close, { once: true })
    terminal.once('SIGINT', interrupt)
    terminal.once('close', () => {
      signal.removeEventListener('abort', close)
      resolve('')
    })
    terminal.question(question, (answer) => {
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
  return Promise.race([buffer(process.stdin), stopped])
}
