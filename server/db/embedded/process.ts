// What can be known of a process by its id, without being its parent.
import { readFileSync } from 'node:fs'

/** Whether a process with this id runs; one that has ended and waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Not ours to signal, so it exists.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return readState(pid)?.state !== 'Z'
}

/** Whether it runs and is a PostgreSQL server, as far as the system tells. */
export function isPostgres(pid: number): boolean {
  return isAlive(pid) && (readState(pid)?.name ?? 'postgres') === 'postgres'
}

/** Name and state letter from /proc (proc_pid_stat(5)); undefined where there is none. */
function readState(pid: number): { name: string; state: string } | undefined {
  try {
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name !== undefined && state !== undefined ? { name, state } : undefined
  } catch {
    return undefined
  }
}
