// Gathers printed text into few messages: a script that prints a million lines must not send a million.

const MAX_CHARS = 64 * 1024
const MAX_WAIT_MS = 50

export interface OutputBatch {
  add(text: string): void
  /** Sends what is held. To be called before the run ends, and before a call, so that both stay in order. */
  flush(): void
}

/**
 * Sends at 64 kB or 50 ms, whichever comes first. Time is looked at when text comes: a worker that computes
 * has no timers.
 */
export function createOutputBatch(send: (text: string) => void, now: () => number): OutputBatch {
  let parts: string[] = []
  let size = 0
  let sentAt = -Infinity

  function flush(): void {
    sentAt = now()
    if (!size) return
    const text = parts.join('')
    parts = []
    size = 0
    send(text)
  }

  return {
    add(text) {
      parts.push(text)
      size += text.length
      if (size >= MAX_CHARS || now() - sentAt >= MAX_WAIT_MS) flush()
    },
    flush,
  }
}
