// Bundles the `kosmo` command into one file, with the thread that runs Lua as text inside it.
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import { BuildFailure } from './run.ts'

/** The oldest Node that has what the command needs, but for what src/cli/older-node.ts makes up for. */
export const OLDEST_NODE = 20

const OPTIONS = {
  bundle: true,
  platform: 'node',
  target: `node${OLDEST_NODE}`,
  minify: true,
  legalComments: 'eof',
  metafile: true,
  logLevel: 'silent',
  // An import of types alone loads nothing: without this it would bring the server along for the type of its router.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
} as const satisfies BuildOptions

/** Imports are loaded first, but run after this; an older Node has all that are named here. */
const BANNER = `#!/usr/bin/env node
import { createRequire as createRequireOfBundle } from 'node:module'
import { fileURLToPath as pathOfBundle } from 'node:url'
if (parseInt(process.versions.node) < ${OLDEST_NODE}) {
  console.error('kosmo needs Node ${OLDEST_NODE} or newer; this is Node ' + process.versions.node + '.')
  process.exit(2)
}
const require = createRequireOfBundle(import.meta.url)
const __filename = pathOfBundle(import.meta.url)
const __dirname = pathOfBundle(new URL('.', import.meta.url))`

/** The Lua machine looks for its file beside the one that it believes to be in. */
const THREAD_BANNER = `const fileOfBundle = require('node:worker_threads').workerData.file`

/** Writes the bundle. Returns the packages that went into it, as paths below `root`. */
export async function bundleKosmo(root: string, outfile: string): Promise<string[]> {
  try {
    const thread = await build({
      ...OPTIONS,
      absWorkingDir: root,
      entryPoints: ['src/cli/thread/thread.ts'],
      write: false,
      format: 'cjs',
      banner: { js: THREAD_BANNER },
      define: { __filename: 'fileOfBundle' },
    })
    const command = await build({
      ...OPTIONS,
      absWorkingDir: root,
      entryPoints: ['src/cli/kosmo/main.ts'],
      outfile,
      format: 'esm',
      banner: { js: BANNER },
      // Node 20 has it since 20.11 only.
      define: { 'import.meta.dirname': '__dirname' },
      plugins: [provideThread(thread.outputFiles[0]!.text), leaveOutAjv],
    })
    return listPackages([thread.metafile, command.metafile])
  } catch (error) {
    throw new BuildFailure(error instanceof Error ? error.message : String(error))
  }
}

function provideThread(text: string): Plugin {
  return {
    name: 'thread',
    setup({ onLoad }) {
      onLoad({ filter: /[/\\]cli[/\\]thread[/\\]code\.ts$/ }, () => ({
        contents: `export const threadCode = ${JSON.stringify(text)}`,
        loader: 'js',
      }))
    },
  }
}

/** The SDK would bring a second validator of JSON Schema beside the one that it is given, see src/cli/mcp/validator.ts. */
const leaveOutAjv: Plugin = {
  name: 'leave-out-ajv',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]sdk[/\\].*[/\\]validation[/\\]ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }))
  },
}

/** `node_modules/zod` of every file that left something in a bundle. */
function listPackages(metafiles: Metafile[]): string[] {
  const files = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([file]) => file),
    ),
  )
  const packages = files.map((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0])
  return [...new Set(packages.filter((path) => path !== undefined))].sort()
}
