// Ties child processes to this one: they are told to stop when it is, and when npm, which started it, was killed.

/** How often to look whether npm is still there. */
const LOOK_MS = 250

export function stopWith(...children) {
  const stop = (signal) => children.forEach((child) => child.kill(signal))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop('SIGTERM'))
  if (!process.env.npm_execpath) return
  // Without npm this process may be left alone on purpose, as by nohup.
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM')
  }, LOOK_MS).unref()
}
