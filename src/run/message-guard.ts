// Decides which messages of a run the page believes: nothing replayed, out of turn, too many or too large.
import { ASKS_PER_CALL, LIMITS } from '../contract/limits.ts'
import { type RunLimits } from '../contract/run.ts'
import { type RunMessage } from './sandbox-client.ts'

/** Room for the note that says the output was cut. */
const OUTPUT_SLACK = 64 * 1024
/** Returned values count like output; their escapes may make them longer. */
const RESULT_PER_OUTPUT = 8
/** What a vendor said of an error may be as long as a reply. */
const PROBLEM_CHARS = LIMITS.replyBytes

export interface MessageGuard {
  /** Null for a message to act on; otherwise why the sender cannot be our runtime, in a sentence. */
  refuse(message: RunMessage): string | null
  /** The host operation in progress has been answered. */
  answered(): void
}

export function createMessageGuard(limits: RunLimits): MessageGuard {
  let nextOutput = 0
  let outputChars = 0
  let lastOperation = -1
  let operations = 0
  let pending = false
  // Pieces leave at 50 ms or 64 kB, and before each call.
  const { wallMs, outputBytes, callsPerRun } = limits
  const mostPieces = wallMs / 50 + outputBytes / (64 * 1024) + callsPerRun * ASKS_PER_CALL

  return {
    refuse(message) {
      switch (message.type) {
        case 'output':
          if (message.seq !== nextOutput++) return 'The sandbox repeated or skipped output.'
          outputChars += message.text.length
          if (outputChars > limits.outputBytes + OUTPUT_SLACK) return 'The sandbox sent more output than a run may.'
          return nextOutput > mostPieces ? 'The sandbox sent its output in too many pieces.' : null
        case 'host':
          // Lua waits for each answer, so two at once cannot come from it.
          if (pending) return 'The sandbox asked twice at once.'
          if (message.id <= lastOperation) return 'The sandbox repeated a call.'
          pending = true
          lastOperation = message.id
          return ++operations > limits.callsPerRun * ASKS_PER_CALL ? 'The sandbox asked too many times.' : null
        case 'done':
          return countChars(message.result) > limits.outputBytes * RESULT_PER_OUTPUT + PROBLEM_CHARS
            ? 'The sandbox sent a result that is too large.'
            : null
      }
    },
    answered() {
      pending = false
    },
  }
}

/** All text in a value, names aside. */
function countChars(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part: unknown) => sum + countChars(part), 0)
}
