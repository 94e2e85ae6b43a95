// The steps of a build, in order: what each reads, what it leaves, and what runs it.
import { type Inputs } from './inputs.ts'
import { bundleServer } from './bundle-server.ts'
import { checkInlineScripts } from './check-inline-scripts.ts'
import { indexSite } from './index-site.ts'
import { packageKosmo } from './package-kosmo.ts'
import { runAstro, runScript } from './run.ts'

export interface Step {
  name: string
  /** What `npm start` says while it runs. */
  label: string
  inputs: Inputs
  /** Files and folders that must exist for the step to be skipped. */
  outputs: string[]
  run: (root: string) => Promise<void>
}

/** Every step depends on the installed packages and on how building works. */
const ALWAYS = ['package-lock.json', 'server/build.mjs', 'server/make']

export const STEPS: Step[] = [
  {
    name: 'lua',
    label: 'Building the Lua prelude',
    inputs: { files: [...ALWAYS, 'src/lua', 'src/contract'] },
    outputs: ['src/lua/prelude.generated.ts'],
    run: (root) => runScript(root, 'src/lua/build.ts'),
  },
  {
    name: 'catalog',
    label: 'Compiling the catalog',
    inputs: { files: [...ALWAYS, 'content/integrations', 'src/catalog', 'src/contract', 'src/vendor', 'src/demo'] },
    outputs: [
      'public/catalog',
      'src/catalog/manifest.generated.ts',
      'src/vendor/handlers.generated.ts',
      'src/demo/registry.generated.ts',
    ],
    run: (root) => runScript(root, 'src/catalog/build.ts'),
  },
  {
    name: 'sandbox',
    label: 'Building the sandbox frame',
    inputs: { files: [...ALWAYS, 'src/sandbox', 'src/lua', 'src/contract'] },
    outputs: [
      'build/sandbox/frame.html',
      'build/sandbox/frame.json',
      'public/sandbox',
      'src/sandbox/assets.generated.ts',
    ],
    run: (root) => runScript(root, 'src/sandbox/build.ts'),
  },
  {
    name: 'site',
    label: 'Building the site',
    inputs: {
      files: [...ALWAYS, 'astro.config.mjs', 'tsconfig.json', 'src', 'content', 'public', 'server/api'],
      environment: ['PUBLIC_URL'],
    },
    outputs: ['dist/index.html'],
    run: runAstro,
  },
  {
    name: 'kosmo',
    label: 'Packing the kosmo command',
    inputs: {
      files: [
        ...ALWAYS,
        'package.json',
        'content',
        ...['cli', 'run', 'lua', 'contract', 'vendor', 'demo', 'reference'].map((folder) => `src/${folder}`),
      ],
    },
    outputs: ['dist/kosmo.tgz'],
    run: packageKosmo,
  },
  {
    name: 'scripts',
    label: 'Checking inline scripts',
    inputs: { files: [...ALWAYS, 'dist', 'server/http/script-hashes.json'] },
    outputs: [],
    run: checkInlineScripts,
  },
  {
    name: 'index',
    label: 'Compressing the site',
    inputs: { files: [...ALWAYS, 'dist'] },
    outputs: ['build/site/index.json'],
    run: indexSite,
  },
  {
    name: 'server',
    label: 'Bundling the server',
    inputs: { files: [...ALWAYS, 'server', 'src/contract', 'src/vendor', 'src/intelligence', 'src/lua'] },
    outputs: ['build/server/main.mjs', 'build/server/migrations'],
    run: bundleServer,
  },
]
