// Takes from a coroutine the values of its `<close>` variables, so that the prelude can close them itself.
import { PLACE, type Pointer, type RawLua, THREAD } from './raw.ts'

/**
 * Pushes the value of the innermost `<close>` variable of a thread that does not run, and takes it off Lua's list: closing
 * the thread then leaves it alone. Does what lfunc.c does in poptbclist, for which Lua has no function.
 *
 * @returns how many values it pushed: one, or none when no variable is left
 */
export function takeHeld(lua: RawLua, L: Pointer, thread: Pointer): number {
  const stack = lua.HEAPU32[(thread + THREAD.stack) >> 2]!
  const held = lua.HEAPU32[(thread + THREAD.held) >> 2]!
  if (held <= stack) return 0
  lua._lua_pushnil(L)
  const place = lua.HEAPU32[(L + THREAD.top) >> 2]! - PLACE.bytes
  lua.HEAPU8.copyWithin(place, held, held + PLACE.type + 1)
  lua.HEAPU32[(thread + THREAD.held) >> 2] = findNext(lua, held, stack)
  return 1
}

/** The next variable out, or the begin of the stack. Distances that are too long for a number go by empty steps. */
function findNext(lua: RawLua, held: Pointer, stack: Pointer): Pointer {
  const distance = (place: Pointer) =>
    lua.HEAPU8[place + PLACE.distance]! | (lua.HEAPU8[place + PLACE.distance + 1]! << 8)
  let next = held - distance(held) * PLACE.bytes
  while (next > stack && distance(next) === 0) next -= PLACE.mostDistance * PLACE.bytes
  return next
}
