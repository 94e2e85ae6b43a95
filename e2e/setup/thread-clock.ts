// How long a test computes: what else the machine does meanwhile does not count.

/** @returns reads the milliseconds that this thread has computed since */
export function startThreadClock(): () => number {
  const before = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
}
