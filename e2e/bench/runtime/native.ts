// Native Lua 5.4: found on the machine, never installed by the benchmark.
import { spawnSync } from 'node:child_process'

const NAMES = ['lua5.4', 'lua']

/** How to get it, for people. */
export const INSTALL_NATIVE =
  'Native Lua 5.4 was not found. On Debian and Ubuntu: apt install lua5.4. On macOS: brew install lua.'

/** The command of a native Lua 5.4, or undefined. */
export function findNative(): string | undefined {
  return NAMES.find((name) => {
    const { stdout } = spawnSync(name, ['-v'], { encoding: 'utf8' })
    return typeof stdout === 'string' && stdout.startsWith('Lua 5.4')
  })
}

/** Runs a script to its end; what it printed, and the milliseconds from starting the process to its end. */
export function runNative(command: string, source: string): { output: string; ms: number } {
  const began = performance.now()
  const { stdout, stderr, status } = spawnSync(command, ['-'], { input: source, encoding: 'utf8' })
  const ms = performance.now() - began
  if (status !== 0) throw new Error(`native Lua failed: ${stderr}`)
  return { output: stdout, ms }
}
