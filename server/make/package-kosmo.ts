// Packs the `kosmo` command into the tarball that the site offers: one bundle without dependencies, and what it reads.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleKosmo, OLDEST_NODE } from './bundle-kosmo.ts'
import { gatherLicenses } from './licenses.ts'
import { BuildFailure } from './run.ts'

const FOLDER = 'build/kosmo'

export async function packageKosmo(root: string): Promise<void> {
  const folder = join(root, FOLDER)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const packages = await bundleKosmo(root, join(folder, 'kosmo.mjs'))
  // Under the name that wasmoon looks for beside itself before it is handed the engine.
  cpSync(join(root, 'src/lua/engine.generated.wasm'), join(folder, 'glue.wasm'))
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(readCatalog(root)))
  copyTexts(join(root, 'dist'), join(folder, 'site'))
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
  writeFileSync(join(folder, 'package.json'), JSON.stringify(describePackage(version!, license!), null, 2))
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'LICENSES.txt'), gatherLicenses(root, packages))
  await pack(folder)
  renameSync(join(folder, `kosmo-${version}.tgz`), join(root, 'dist/kosmo.tgz'))
}

/** What docs.* reads: the list of all texts, and each of them at its path on the site. */
function copyTexts(site: string, to: string): void {
  const pages = ['integrations', 'docs'].flatMap((part) =>
    readdirSync(join(site, part), { recursive: true, encoding: 'utf8' }).map((file) => join(part, file)),
  )
  for (const file of ['llms.txt', ...pages.filter((path) => path.endsWith('.md'))]) {
    cpSync(join(site, file), join(to, file))
  }
}

function describePackage(version: string, license: string): object {
  return {
    name: 'kosmo',
    version,
    description: 'Runs Lua against real APIs, as the reference of this site shows it.',
    license,
    type: 'module',
    bin: { kosmo: 'kosmo.mjs' },
    engines: { node: `>=${OLDEST_NODE}` },
  }
}

/** The compiled catalog as one object: the index, and every definition by slug. */
function readCatalog(root: string): object {
  const folder = join(root, 'public/catalog')
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const index = read(readdirSync(folder).find((name) => name.startsWith('index.'))!) as {
    integrations: { slug: string; file: string }[]
  }
  const integrations = Object.fromEntries(index.integrations.map(({ slug, file }) => [slug, read(file)]))
  return { index, integrations }
}

function pack(folder: string): Promise<void> {
  const onWindows = process.platform === 'win32'
  const child = spawn('npm', ['pack', '--silent'], { cwd: folder, stdio: 'ignore', shell: onWindows })
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      reject(new BuildFailure(`npm pack could not be started: ${error.message}`))
    })
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new BuildFailure(`npm pack ended with code ${code}`))
    })
  })
}
