// Reads and compiles wasmoon's WebAssembly file from where npm installed it. Node only.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The compiled `glue.wasm` of wasmoon, for `loadRuntime`. */
export async function loadWasm(): Promise<WebAssembly.Module> {
  const entry = createRequire(import.meta.url).resolve('wasmoon')
  return WebAssembly.compile(await readFile(join(dirname(entry), 'glue.wasm')))
}
