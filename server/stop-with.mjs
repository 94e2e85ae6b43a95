// Ties child processes to this one: they are told to stop when it is, and when npm, which started it, was killed.
import { readFileSync } from 'node:fs'

/** How often to look whether npm is still there. */
const LOOK_MS = 200

export function stopWith(...children) {
  const stop = () => children.forEach((child) => child.kill('SIGTERM'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // Without npm this process may be left alone on purpose, as by nohup.
  if (!process.env.npm_execpath) return
  const before = describeAncestry()
  setInterval(() => {
    if (describeAncestry() !== before) stop()
  }, LOOK_MS).unref()
}

/**
 * Changes when npm is gone: its child is adopted by another process. That child is this process, or the shell that npm
 * ran the script with, whose parent only Linux tells without a program.
 */
function describeAncestry() {
  const parent = process.ppid
  try {
    const isShell = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0')[1] === '-c'
    // proc_pid_stat(5): id, name in parentheses, state, parent.
    const [, grandparent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? []
    return isShell ? `${parent} ${grandparent}` : String(parent)
  } catch {
    return String(parent)
  }
}
