// Finds the line of the script that a thread is at, without asking Lua for memory.
import { type Bytes } from './bytes.ts'
import { ACTIVATION, type Pointer, type RawLua } from './raw.ts'

const SOURCE = new TextEncoder().encode('main.lua\0')
const MAX_LEVELS = 60

/**
 * Returns a function that gives the innermost line of main.lua on a thread's stack, or null. For moments at which
 * Lua itself cannot be asked, as when it has just been refused memory.
 */
export function createLocate(lua: RawLua, bytes: Bytes): (thread: Pointer) => number | null {
  const activation = lua._malloc(ACTIVATION.bytes)
  const what = bytes.name('Sl')
  return (thread) => {
    for (let level = 0; level < MAX_LEVELS && lua._lua_getstack(thread, level, activation); level++) {
      lua._lua_getinfo(thread, what, activation)
      const source = lua.HEAPU8.subarray(activation + ACTIVATION.shortSource)
      const line = lua.HEAPU32[(activation + ACTIVATION.currentLine) >> 2]!
      if (SOURCE.every((byte, i) => source[i] === byte) && line < 2 ** 31) return line
    }
    return null
  }
}
