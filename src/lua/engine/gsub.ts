// string.gsub, which calls a function so that it may yield to the host in the middle of it, and whether one is called.
import { callSecond, dropTop } from './functions.ts'
import { AT } from './gsub-frame.ts'
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { C_CLOSURE, CALL_INFO, STATE } from './layout.ts'
import { PLACE, TYPE, UPVALUE } from '../raw.ts'

/**
 * string.gsub, of which the second upvalue is Lua's own. The first takes a table with a metatable and answers a function
 * that reads it.
 */
export function gsub(indices: Indices): Uint8Array {
  const { lua_type, lua_getmetatable, lua_pushvalue, lua_callk, lua_copy } = indices.functions
  const { luaL_checklstring, luaL_optinteger, gsub_loop } = indices.functions
  const [state, isReader] = [0, 1]
  const typeOf = (index: number) => [...i.get(state), ...i.constant(index), ...i.call(lua_type)]
  const limit = [...i.get(state), ...i.constant(AT.limit), ...i.longConstant(0), ...i.call(luaL_optinteger)]
  const mostWord = [...i.constant(-1), ...i.lengthen]
  return i.body(
    1,
    [...typeOf(AT.function), ...i.constant(TYPE.table), ...i.isSame],
    i.when(
      [...i.get(state), ...i.constant(AT.function), ...i.call(lua_getmetatable)],
      i.when(
        dropTop(indices),
        [...i.get(state), ...i.constant(UPVALUE), ...i.call(lua_pushvalue)],
        [...i.get(state), ...i.constant(AT.function), ...i.call(lua_pushvalue)],
        [...i.get(state), ...i.constant(1), ...i.constant(1), ...i.constant(0), ...i.constant(0), ...i.call(lua_callk)],
        [...i.get(state), ...i.constant(-1), ...i.constant(AT.function), ...i.call(lua_copy), ...dropTop(indices)],
        [...i.constant(1), ...i.set(isReader)],
      ),
    ),
    [...typeOf(AT.function), ...i.constant(TYPE.function), ...i.isDifferent],
    i.when(callSecond(indices), i.leave),
    [...i.get(state), ...i.constant(AT.text), ...i.constant(0), ...i.call(luaL_checklstring), ...i.drop],
    [...i.get(state), ...i.constant(AT.pattern), ...i.constant(0), ...i.call(luaL_checklstring), ...i.drop],
    i.get(state),
    // No limit, nil or none, is the highest word; a number is brought between zero and that.
    [...typeOf(AT.limit), ...i.constant(1), ...i.add, ...i.constant(1), ...i.isAbove],
    i.whenElse(
      [
        ...i.longConstant(0),
        ...[...limit, ...mostWord, ...limit, ...mostWord, ...i.isLessLong, ...i.choose],
        ...[...limit, ...i.longConstant(0), ...i.isLessLong, ...i.choose, ...i.shorten],
      ],
      i.constant(-1),
    ),
    [...i.get(isReader), ...i.constant(0), ...i.call(gsub_loop)],
  )
}

/** (lua_State, status, context) → count of results. Where gsub goes on after a yield of the function. */
export const gsubAfterYield = ({ functions }: Indices): Uint8Array =>
  i.body(0, i.get(0), i.constant(0), i.constant(0), i.constant(1), i.call(functions.gsub_loop))

/** (lua_State) → whether a call of gsub is on the stack of a thread: a script's own yield cannot pass it. */
export function isInsideGsub({ globals }: Indices): Uint8Array {
  const [callInfo, called] = [0, 1]
  return i.body(
    1,
    [...i.get(0), ...i.load(STATE.callInfo), ...i.set(callInfo)],
    i.whileTrue(
      [...i.get(callInfo), ...i.isZero],
      i.when(i.constant(0), i.leave),
      [...i.get(callInfo), ...i.load(CALL_INFO.function), ...i.tee(called)],
      [...i.loadByte(PLACE.type), ...i.constant(C_CLOSURE.type), ...i.isSame],
      i.when(
        [...i.get(called), ...i.load(0), ...i.load(C_CLOSURE.slot), ...i.getGlobal(globals.gsub_slot), ...i.isSame],
        i.when(i.constant(1), i.leave),
      ),
      [...i.get(callInfo), ...i.load(CALL_INFO.previous), ...i.set(callInfo)],
    ),
    i.unreachable,
  )
}
