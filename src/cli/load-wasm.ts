// Reads and compiles the Lua engine from where the build puts it. Node only.
import { readFile } from 'node:fs/promises'

/** The compiled engine, for `loadRuntime`. */
export async function loadWasm(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL('../lua/engine.generated.wasm', import.meta.url)))
}
