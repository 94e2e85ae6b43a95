// The clocks of a run: time that Lua computes, time on the wall, and the clock that the script sees.

export interface Stopwatch {
  /** Lua begins or goes on to compute. */
  start(): void
  /** Lua waits or has ended. */
  stop(): void
  /** Milliseconds that Lua has computed. */
  computed(): number
  /** Milliseconds since the run began, waiting included. */
  elapsed(): number
}

export function createStopwatch(): Stopwatch {
  const began = performance.now()
  let total = 0
  let since: number | null = null
  return {
    start() {
      since = performance.now()
    },
    stop() {
      if (since !== null) total += performance.now() - since
      since = null
    },
    computed: () => total + (since === null ? 0 : performance.now() - since),
    elapsed: () => performance.now() - began,
  }
}

/** What os.time and os.clock read. */
export interface ScriptClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds of computing. */
  computed(): number
}

/**
 * The clock of a script. A pinned one moves on by one millisecond at each reading, so that a script that waits for
 * time to pass comes to its end, and at the same reading in every run.
 */
export function createClock(pinned: number | null, stopwatch: Stopwatch): ScriptClock {
  if (pinned === null) return { now: () => Date.now(), computed: () => stopwatch.computed() }
  let readings = 0
  return {
    now: () => pinned + readings++,
    computed: () => readings++,
  }
}
