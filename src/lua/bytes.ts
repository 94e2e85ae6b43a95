// Strings in and out of Lua: bytes with a length, so that NUL and invalid UTF-8 pass unharmed.
import { type Pointer, type RawLua } from './raw.ts'

const encoder = new TextEncoder()
// ignoreBOM keeps a leading U+FEFF, which belongs to the text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export interface Bytes {
  /** The string at an index of the stack, or null when there is none. */
  read(L: Pointer, index: number): Uint8Array | null
  /** The same as text; bytes that are not UTF-8 become U+FFFD. */
  readText(L: Pointer, index: number): string | null
  /** Pushes a string. May raise a memory error, so it is called from C functions that Lua called. */
  push(L: Pointer, text: string | Uint8Array): void
  /** Loads a chunk and leaves the function, or the error text, on the stack. */
  load(L: Pointer, chunk: string | Uint8Array, name: string, mode: 't' | 'b'): number
  /** The text of a NUL-terminated name, or null for none. */
  readName(name: Pointer): string | null
  /** A lasting NUL-terminated name, for calls that want a C string; made once per name. */
  name(text: string): Pointer
}

export function createBytes(lua: RawLua): Bytes {
  const length = lua._malloc(4)
  const names = new Map<string, Pointer>()

  function read(L: Pointer, index: number): Uint8Array | null {
    const start = lua._lua_tolstring(L, index, length)
    return start ? lua.HEAPU8.slice(start, start + lua.HEAPU32[length >> 2]!) : null
  }

  function copy(bytes: Uint8Array): Pointer {
    const start = lua._malloc(bytes.length || 1)
    if (!start) throw new RangeError('no memory left for a string')
    lua.HEAPU8.set(bytes, start)
    return start
  }

  function name(text: string): Pointer {
    let pointer = names.get(text)
    if (!pointer) names.set(text, (pointer = copy(encoder.encode(text + '\0'))))
    return pointer
  }

  return {
    read,
    readText(L, index) {
      const bytes = read(L, index)
      return bytes && decoder.decode(bytes)
    },
    push(L, text) {
      const bytes = typeof text === 'string' ? encoder.encode(text) : text
      const start = copy(bytes)
      // A memory error of Lua unwinds through here as a JavaScript exception.
      try {
        lua._lua_pushlstring(L, start, bytes.length)
      } finally {
        lua._free(start)
      }
    },
    load(L, chunk, chunkName, mode) {
      const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk
      const start = copy(bytes)
      try {
        return lua._luaL_loadbufferx(L, start, bytes.length, name(chunkName), name(mode))
      } finally {
        lua._free(start)
      }
    },
    readName(start) {
      return start ? decoder.decode(lua.HEAPU8.subarray(start, lua.HEAPU8.indexOf(0, start))) : null
    },
    name,
  }
}
