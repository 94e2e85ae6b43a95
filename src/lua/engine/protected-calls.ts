// pcall, through which the end of a run's time passes.
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { ALL_RESULTS, STATUS, TYPE, UPVALUE } from '../raw.ts'

/** pcall (function, …): as luaB_pcall in lbaselib.c. Its upvalues are those of finishProtected. */
export function callProtected({ functions, globals }: Indices): Uint8Array {
  const { luaL_checkany, lua_pushboolean, lua_rotate, lua_gettop, lua_pcallk, finish_protected } = functions
  const state = 0
  return i.body(
    0,
    [...i.get(state), ...i.constant(1), ...i.call(luaL_checkany)],
    // The first result where there is no error.
    [...i.get(state), ...i.constant(1), ...i.call(lua_pushboolean)],
    [...i.get(state), ...i.constant(1), ...i.constant(1), ...i.call(lua_rotate)],
    i.get(state),
    [...i.get(state), ...i.get(state), ...i.call(lua_gettop), ...i.constant(2), ...i.subtract],
    [...i.constant(ALL_RESULTS), ...i.constant(0), ...i.constant(0), ...i.getGlobal(globals.protected_continuation)],
    [...i.call(lua_pcallk), ...i.constant(0), ...i.call(finish_protected)],
  )
}

/**
 * (lua_State, status, context) → count of results: finishpcall in lbaselib.c, and where a call that yielded goes on. The
 * second upvalue is an error that is raised again; the first makes of a text that begins with `?` the one for scripts.
 */
export function finishProtected({ functions }: Indices): Uint8Array {
  const { lua_gettop, lua_rawequal, lua_error, lua_type, lua_tolstring } = functions
  const { lua_pushvalue, lua_rotate, lua_callk, lua_pushboolean } = functions
  const [state, status] = [0, 1]
  const swapTop = [...i.get(state), ...i.constant(-2), ...i.constant(1), ...i.call(lua_rotate)]
  return i.body(
    0,
    [...i.get(status), ...i.constant(STATUS.yield), ...i.isAbove, ...i.isZero],
    i.when(i.get(state), i.call(lua_gettop), i.leave),
    [...i.get(state), ...i.constant(-1), ...i.constant(UPVALUE - 1), ...i.call(lua_rawequal)],
    i.when(i.get(state), i.call(lua_error), i.leave),
    [...i.get(state), ...i.constant(-1), ...i.call(lua_type), ...i.constant(TYPE.string), ...i.isSame],
    i.when(
      [...i.get(state), ...i.constant(-1), ...i.constant(0), ...i.call(lua_tolstring), ...i.loadByte(0)],
      [...i.constant('?'.charCodeAt(0)), ...i.isSame],
      i.when(
        [...i.get(state), ...i.constant(UPVALUE), ...i.call(lua_pushvalue), ...swapTop],
        [...i.get(state), ...i.constant(1), ...i.constant(1), ...i.constant(0), ...i.constant(0), ...i.call(lua_callk)],
      ),
    ),
    [...i.get(state), ...i.constant(0), ...i.call(lua_pushboolean), ...swapTop],
    i.constant(2),
  )
}
