// xpcall. Its handler runs once the stack has unwound, so that it may make a call; what it would find on the stack is
// kept for it.
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { ALL_RESULTS, STATUS, TYPE, UPVALUE } from '../raw.ts'

/** Places on the stack of xpcall: the table for the traceback, `noteTraceback`, what it answers where all goes well. */
const STACK = { handler: 2, kept: 3, note: 4, before: 4, error: 6 } as const

/** xpcall (function, handler, …). Its upvalues are a function and an error, see finishHandled and noteTraceback. */
export function callHandled({ functions, globals }: Indices): Uint8Array {
  const { luaL_checktype, lua_gettop, lua_createtable, lua_pushvalue, lua_pushcclosure } = functions
  const { lua_pushboolean, lua_rotate, lua_pcallk, finish_handled } = functions
  const [state, count] = [0, 1]
  const push = (index: number) => [...i.get(state), ...i.constant(index), ...i.call(lua_pushvalue)]
  return i.body(
    1,
    [...i.get(state), ...i.constant(STACK.handler), ...i.constant(TYPE.function), ...i.call(luaL_checktype)],
    [...i.get(state), ...i.call(lua_gettop), ...i.set(count)],
    [...i.get(state), ...i.constant(0), ...i.constant(0), ...i.call(lua_createtable)],
    [...push(-1), ...push(UPVALUE - 1)],
    [...i.get(state), ...i.getGlobal(globals.note_traceback), ...i.constant(2), ...i.call(lua_pushcclosure)],
    [...i.get(state), ...i.constant(1), ...i.call(lua_pushboolean), ...push(1)],
    [...i.get(state), ...i.constant(STACK.kept), ...i.constant(4), ...i.call(lua_rotate)],
    [...i.get(state), ...i.get(state), ...i.get(count), ...i.constant(2), ...i.subtract, ...i.constant(ALL_RESULTS)],
    [...i.constant(STACK.note), ...i.constant(STACK.before), ...i.getGlobal(globals.handled_continuation)],
    [...i.call(lua_pcallk), ...i.constant(STACK.before), ...i.call(finish_handled)],
  )
}

/**
 * (lua_State, status, context) → count of results, which stand on the stack behind so many values as the context says.
 * The first upvalue goes on after an error: it is given the handler, the table with the traceback, and the error.
 */
export function finishHandled({ functions, globals }: Indices): Uint8Array {
  const { lua_gettop, lua_pushvalue, lua_callk } = functions
  const [state, status, before] = [0, 1, 2]
  const push = (index: number) => [...i.get(state), ...i.constant(index), ...i.call(lua_pushvalue)]
  return i.body(
    0,
    [...i.get(status), ...i.constant(STATUS.yield), ...i.isAbove],
    i.when(
      [...push(UPVALUE), ...push(STACK.handler), ...push(STACK.kept), ...push(STACK.error)],
      [...i.get(state), ...i.constant(3), ...i.constant(ALL_RESULTS)],
      [
        ...i.constant(STACK.error),
        ...i.tee(before),
        ...i.getGlobal(globals.handled_continuation),
        ...i.call(lua_callk),
      ],
    ),
    [...i.get(state), ...i.call(lua_gettop), ...i.get(before), ...i.subtract],
  )
}

/**
 * (error) → error. Lua calls it where the error arose: it keeps the traceback in the table in its first upvalue. Not for
 * the second one, the end of a run's time: that passes many calls, and tracebacks of a deep stack take milliseconds.
 */
export function noteTraceback({ functions }: Indices): Uint8Array {
  const { lua_rawequal, luaL_traceback, lua_rawseti } = functions
  const state = 0
  return i.body(
    0,
    [...i.get(state), ...i.constant(1), ...i.constant(UPVALUE - 1), ...i.call(lua_rawequal), ...i.isZero],
    i.when(
      [...i.get(state), ...i.get(state), ...i.constant(0), ...i.constant(0), ...i.call(luaL_traceback)],
      [...i.get(state), ...i.constant(UPVALUE), ...i.constant(1), ...i.lengthen, ...i.call(lua_rawseti)],
    ),
    i.constant(1),
  )
}
