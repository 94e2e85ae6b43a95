// Starts, finds and stops the PostgreSQL server of one data folder.
import { existsSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartFailure } from '../../failure.ts'
import { type Binaries } from './binaries.ts'
import { execute } from './execute.ts'
import { type Layout, prepareSocketDir } from './layout.ts'
import { type Owner } from './owner.ts'
import { isPostgres } from './process.ts'

/** How long a start waits for what a killed server left behind: its last processes and its lock file. */
const LEFTOVER_MS = 15_000
const LOG_BYTES = 4 * 1024 * 1024

export interface Postmaster {
  pid: number
  socketDir: string
  port: number
}

/** The running server of this folder, from its lock file; undefined when it is not there or not alive. */
export function findPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status.
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const socketDir = lines[4]?.trim()
  if (!pid || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]), socketDir: socketDir ?? '' }
}

/**
 * Starts the server and waits until it answers.
 *
 * @throws StartFailure with the server's own last words
 */
export async function startPostmaster(layout: Layout, binaries: Binaries, owner: Owner | undefined): Promise<void> {
  prepareSocketDir(layout.socketDir, owner)
  if (existsSync(layout.logFile) && statSync(layout.logFile).size > LOG_BYTES) truncateSync(layout.logFile)
  const options = `-c listen_addresses='' -c port=5432 -c unix_socket_directories=${quote(layout.socketDir)}`
  const deadline = Date.now() + LEFTOVER_MS
  for (;;) {
    removeStaleLock(layout.data)
    const from = existsSync(layout.logFile) ? statSync(layout.logFile).size : 0
    const parameters = ['start', '-w', '-t', '120', '-s', '-D', layout.data, '-l', layout.logFile, '-o', options]
    const { ok, text } = await execute(binaries.pgCtl, parameters, owner)
    if (ok) return
    const words = readLog(layout.logFile, from) || text
    const leftover = /lock file .* already exists|shared memory block|is the other postmaster|another server/i.test(
      words,
    )
    if (!leftover || Date.now() > deadline) throw new StartFailure(`The database did not start: ${lastWords(words)}`)
    await sleep(200)
  }
}

/** Disconnects everybody and stops the server. */
export async function stopPostmaster(layout: Layout, binaries: Binaries, owner: Owner | undefined): Promise<void> {
  await execute(binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-t', '60', '-s', '-D', layout.data], owner)
}

/**
 * Removes a lock file whose process id now belongs to a program that is no PostgreSQL, or to one that has ended and
 * is not reaped. PostgreSQL itself would refuse to start for as long as that id exists, which after a restart of a
 * container may be forever.
 */
function removeStaleLock(data: string): void {
  const file = join(data, 'postmaster.pid')
  if (existsSync(file) && !findPostmaster(data)) rmSync(file, { force: true })
}

function readLog(file: string, from: number): string {
  return existsSync(file) ? readFileSync(file).subarray(from).toString() : ''
}

/** The last line in which the server says why, without its time stamp. */
function lastWords(log: string): string {
  const lines = log.trim().split('\n')
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? ''
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '').trim()
}

/** pg_ctl hands the options to a shell. */
function quote(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`
}
