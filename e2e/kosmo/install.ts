// Installs the `kosmo` tarball of the built site in an empty folder, as a reader would, and runs it.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/catalog/load.ts'

export interface Ended {
  out: string
  err: string
  code: number | null
}

export interface Kosmo extends AsyncDisposable {
  /** An empty folder that is the working directory of every command. */
  folder: string
  /** Runs a line of a shell, in which the command is on the path. */
  shell(line: string, env: Record<string, string>): Promise<Ended>
  run(args: string[], options?: { input?: string | Uint8Array; env?: Record<string, string> }): Promise<Ended>
  /** Starts the command, to be spoken with and waited for by {@link waitForEnd}. */
  start(args: string[], env?: Record<string, string>): ChildProcessWithoutNullStreams
}

/** Needs no network: the package has no dependencies. */
export async function installKosmo(): Promise<Kosmo> {
  const folder = await mkdtemp(join(tmpdir(), 'kosmo-'))
  const quiet = ['--silent', '--no-audit', '--no-fund', '--offline', '--prefix', folder]
  const installed = await runProgram('npm', ['install', ...quiet, join(ROOT, 'dist/kosmo.tgz')], folder)
  if (installed.code !== 0) throw new Error(`npm install failed: ${installed.err || installed.out}`)
  const program = join(folder, 'node_modules/.bin/kosmo')
  return {
    folder,
    shell: (line, env) => {
      const onPath = `${join(folder, 'node_modules/.bin')}:${process.env['PATH']}`
      return runProgram('sh', ['-c', line], folder, '', { ...env, PATH: onPath })
    },
    run: (args, { input = '', env = {} } = {}) => runProgram(program, args, folder, input, env),
    start: (args, env = {}) => startProgram(program, args, folder, env),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

function startProgram(program: string, args: string[], cwd: string, env: Record<string, string>) {
  const { PATH, HOME } = process.env
  const child = spawn(program, args, { cwd, env: { PATH, HOME, ...env } })
  // A program that ends before it has read all of its input closes the pipe.
  child.stdin.on('error', () => undefined)
  return child
}

function runProgram(
  program: string,
  args: string[],
  cwd: string,
  input: string | Uint8Array = '',
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = startProgram(program, args, cwd, env)
  child.stdin.end(input)
  return waitForEnd(child)
}

/** Gathers what a program prints from now on, until it ends. */
export function waitForEnd(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString(), code })
    })
  })
}
