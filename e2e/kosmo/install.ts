// Installs the `kosmo` tarball of the built site in an empty folder, as a reader would, and runs it.
import { spawn } from 'node:child_process'
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
  run(args: string[], options?: { input?: string; env?: Record<string, string> }): Promise<Ended>
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
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

function runProgram(
  program: string,
  args: string[],
  cwd: string,
  input = '',
  env: Record<string, string> = {},
): Promise<Ended> {
  const { PATH, HOME } = process.env
  const child = spawn(program, args, { cwd, env: { PATH, HOME, ...env } })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  // A program that ends before it has read all of its input closes the pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ out, err, code })
    })
  })
}
