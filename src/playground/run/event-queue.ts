// Gathers the events of a run, so that a script that prints much redraws the page a few times a second only.
import { type RunEvent } from '../../run/run-events.ts'

const FLUSH_MS = 40
/** What the reader must see at once. */
const URGENT: readonly RunEvent['type'][] = ['approval', 'done']

export interface EventQueue {
  push(event: RunEvent): void
  /** Drops what waits; nothing is delivered afterwards. */
  close(): void
}

export function createEventQueue(deliver: (events: RunEvent[]) => void): EventQueue {
  let waiting: RunEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const events = waiting
    waiting = []
    if (events.length) deliver(events)
  }
  return {
    push(event) {
      if (closed) return
      waiting.push(event)
      if (URGENT.includes(event.type)) flush()
      else timer ??= setTimeout(flush, FLUSH_MS)
    },
    close() {
      closed = true
      clearTimeout(timer)
      waiting = []
    },
  }
}
