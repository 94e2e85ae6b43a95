// Runs programs of the build and keeps them quiet unless they fail.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A step that failed, with what the program printed. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure'
}

/** Runs one of our own TypeScript files. */
export function runScript(root: string, script: string): Promise<void> {
  return run(root, [script])
}

export function runAstro(root: string): Promise<void> {
  const astro = 'node_modules/astro/bin/astro.mjs'
  if (!existsSync(join(root, astro))) throw new BuildFailure('Astro is not installed: run npm ci')
  return run(root, [astro, 'build'], { ASTRO_TELEMETRY_DISABLED: '1' })
}

function run(root: string, parameters: string[], environment: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new BuildFailure(Buffer.concat(output).toString().trim() || `${parameters[0]} failed`))
    })
  })
}
