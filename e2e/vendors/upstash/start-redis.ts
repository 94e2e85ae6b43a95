// Starts a real redis-server for a test, on a free port of the loopback, with nothing written to disk.
import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { findPort } from '../../setup/find-port.ts'

export interface RunningRedis {
  port: number
  stop(): Promise<void>
}

/** Starts it, or returns null, with a line that says so, on a machine without the binary. */
export async function startRedis(): Promise<RunningRedis | null> {
  // The port that was free a moment ago can be taken by then, so a failed start is tried again.
  for (let attempt = 1; attempt <= 3; attempt++) {
    const port = await findPort()
    const settings = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      tmpdir(),
    ]
    const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] })
    const outcome = await waitUntilReady(child)
    if (outcome === 'ready') return { port, stop: () => stopChild(child) }
    if (outcome === 'absent') {
      console.warn('Skipped: redis-server is not installed (Debian: apt-get install redis-server)')
      return null
    }
  }
  throw new Error('redis-server did not start')
}

function waitUntilReady(child: ChildProcess): Promise<'ready' | 'absent' | 'ended'> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ready to accept connections')) resolve('ready')
    })
    child.once('exit', () => resolve('ended'))
    child.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve('absent') : reject(error)))
  })
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
