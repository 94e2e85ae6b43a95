// Writes the sandbox document, its script hash, and the Lua engine under a hashed name.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { bundleSandbox } from './bundle.ts'

const root = new URL('../../', import.meta.url)
const pages = new URL('build/sandbox/', root)
const assets = new URL('public/sandbox/', root)

await Promise.all([mkdir(pages, { recursive: true }), mkdir(assets, { recursive: true })])
const [document, wasmName] = await Promise.all([bundleSandbox(), copyWasm()])
await Promise.all([
  writeFile(new URL('frame.html', pages), document.html),
  writeFile(new URL('frame.json', pages), JSON.stringify({ scriptHash: document.scriptHash }) + '\n'),
  writeIfChanged(new URL('assets.generated.ts', import.meta.url), listAssets(wasmName)),
])

/** Copies the Lua engine; the hash in its name lets it be cached for good. Earlier copies are removed. */
async function copyWasm(): Promise<string> {
  const wasm = await readFile(new URL('../lua/engine.generated.wasm', import.meta.url))
  const name = `lua.${createHash('sha256').update(wasm).digest('hex').slice(0, 16)}.wasm`
  const old = (await readdir(assets)).filter((file) => /^(glue|lua)\..*\.wasm$/.test(file) && file !== name)
  await Promise.all(old.map((file) => rm(new URL(file, assets))))
  await writeFile(new URL(name, assets), wasm)
  return name
}

function listAssets(wasmName: string): string {
  return `// Addresses of what src/sandbox/build.ts made.\nexport const frameUrl = '/sandbox/frame.html'\nexport const wasmUrl = '/sandbox/${wasmName}'\n`
}

/** Leaves an unchanged file alone: a development server would reload for it. */
async function writeIfChanged(file: URL, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before !== text) await writeFile(file, text)
}
