// Brings wasmoon's WebAssembly module to life from a compiled module, without any request to the network.
import * as wasmoon from 'wasmoon'
import { type RawLua } from './raw.ts'

// A bundler sees named exports, Node sees the CommonJS file as one default export.
const { LuaFactory } = 'LuaFactory' in wasmoon ? wasmoon : (wasmoon as { default: typeof wasmoon }).default

/**
 * What would otherwise be the reader's language and the path of the command. Their lengths move all that is allocated
 * later, and with it the state whose address Lua seeds its string hashes with: `pairs` would differ from place to place.
 */
const ENVIRONMENT = { LANG: 'C.UTF-8', _: './lua' }

let turn: Promise<unknown> = Promise.resolve()

/**
 * Instantiates the module. wasmoon takes only an address to fetch, so for the time of its start the functions it
 * would fetch and compile with are replaced by ones that hand over what we have; one start at a time.
 */
export function loadModule(wasm: WebAssembly.Module): Promise<RawLua> {
  const loaded = turn.then(() => startModule(wasm))
  turn = loaded.catch(() => undefined)
  return loaded
}

async function startModule(wasm: WebAssembly.Module): Promise<RawLua> {
  const { instantiate, instantiateStreaming } = WebAssembly
  const { fetch } = globalThis
  let exports: WebAssembly.Exports = {}
  async function handOver(_bytes: unknown, imports: WebAssembly.Imports) {
    const instance = await instantiate(wasm, imports)
    exports = instance.exports
    return { module: wasm, instance }
  }
  // The bytes that arrive here are never looked at.
  const answerNothing = () => Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) })
  Object.assign(WebAssembly, { instantiate: handOver, instantiateStreaming: undefined })
  const inBrowser = typeof process === 'undefined'
  if (inBrowser) Object.assign(globalThis, { fetch: answerNothing })
  try {
    // In Node wasmoon finds its own file; in a browser any address will do, since nothing is fetched.
    const factory = new LuaFactory(inBrowser ? 'glue.wasm' : undefined, ENVIRONMENT)
    const loaded = await factory.getLuaModule()
    return withBareExports(loaded.module, exports)
  } finally {
    Object.assign(WebAssembly, { instantiate, instantiateStreaming })
    if (inBrowser) Object.assign(globalThis, { fetch })
  }
}

/**
 * The module with the functions of the instance itself in the place of emscripten's, which format a message for an
 * assertion at every call: the allocator alone is called some million times a second. The heap views stay the
 * module's own, which replaces them when the memory grows.
 */
function withBareExports(module: object, exports: WebAssembly.Exports): RawLua {
  const bare = Object.entries(exports)
    .filter(([, value]) => typeof value === 'function' || value instanceof WebAssembly.Global)
    .map(([name, value]) => [`_${name}`, value])
  return Object.assign(Object.create(module), Object.fromEntries(bare)) as RawLua
}
