// Metatables: no value is ever marked for a finalizer, and those of the prelude are not given away.
import { callSecond } from './functions.ts'
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { UPVALUE } from '../raw.ts'

/**
 * luaC_checkfinalizer (lua_State, value, metatable): nothing. Lua calls finalizers with its hooks off, where no time
 * limit reaches; a value that is not marked when it gets its metatable is never finalized.
 */
export const markNothing = () => i.body(0)

/** getmetatable (value), of which the second upvalue is Lua's own: nil in the place of the first and third upvalue. */
export function hideMetatables(indices: Indices): Uint8Array {
  const { lua_rawequal, lua_pushnil } = indices.functions
  const [state, count] = [0, 1]
  const isTop = (upvalue: number) => [
    ...i.get(state),
    ...i.constant(-1),
    ...i.constant(upvalue),
    ...i.call(lua_rawequal),
  ]
  return i.body(
    1,
    [...callSecond(indices), ...i.set(count)],
    [...isTop(UPVALUE), ...isTop(UPVALUE - 2), ...i.or],
    i.when(i.get(state), i.call(lua_pushnil)),
    i.get(count),
  )
}
