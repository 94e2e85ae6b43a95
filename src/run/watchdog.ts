// Watches a run from outside: Lua's own time limit can be swallowed by pcall and does not see inside a pattern match.

/**
 * How often the watchdog looks, and the most that it counts each time: a laptop that slept, a throttled tab, or a page
 * that was busy itself while the script's answer waited to be read, is not a computing script.
 */
const BEAT_MS = 250
/** How much longer than its limit a run may compute before it is killed. */
const GRACE_MS = 1_000

export interface Watchdog {
  /** Lua computes from now on, or waits for an answer. */
  compute(): void
  wait(): void
  end(): void
  /** Milliseconds that Lua has computed so far, as seen from the page. */
  readCpu(): number
}

/**
 * Calls `expire` once, when Lua has computed for longer than `cpuMs` and a grace of a second, or the run has lasted
 * for longer than `wallMs`.
 */
export function createWatchdog(
  limits: { cpuMs: number; wallMs: number },
  expire: (limit: 'cpu' | 'wall') => void,
  now: () => number = () => performance.now(),
): Watchdog {
  const startedAt = now()
  let beatAt = startedAt
  let cpu = 0
  let computing = false
  const timer = setInterval(beat, BEAT_MS)

  function count(): void {
    const at = now()
    if (computing) cpu += Math.min(at - beatAt, BEAT_MS)
    beatAt = at
  }

  function beat(): void {
    count()
    const limit = cpu > limits.cpuMs + GRACE_MS ? 'cpu' : now() - startedAt > limits.wallMs ? 'wall' : undefined
    if (!limit) return
    clearInterval(timer)
    expire(limit)
  }

  return {
    compute() {
      count()
      computing = true
    },
    wait() {
      count()
      computing = false
    },
    end: () => clearInterval(timer),
    readCpu() {
      count()
      return Math.round(cpu)
    },
  }
}
