// Gathers printed text into few messages: a script that prints a million lines must not send a million.

const MAX_CHARS = 64 * 1024
const MAX_WAIT_MS = 50
/** So many pieces go out one by one: what a script prints before it hangs should be seen while it hangs. */
const PROMPT_PIECES = 200

export interface OutputBatch {
  add(text: string): void
  /** Sends what is held. To be called before the run ends, and before a call, so that both stay in order. */
  flush(): void
}

/**
 * Sends the first pieces as they come, then at 64 kB or 50 ms, whichever comes first. Time is looked at when text comes:
 * a worker that computes has no timers.
 */
export function createOutputBatch(send: (text: string) => void, now: () => number): OutputBatch {
  let parts: string[] = []
  let size = 0
  let sends = 0
  let sentAt = -Infinity

  function flush(): void {
    sentAt = now()
    if (!size) return
    const text = parts.join('')
    parts = []
    size = 0
    sends++
    send(text)
  }

  return {
    add(text) {
      parts.push(text)
      size += text.length
      if (sends < PROMPT_PIECES || size >= MAX_CHARS || now() - sentAt >= MAX_WAIT_MS) flush()
    },
    flush,
  }
}
