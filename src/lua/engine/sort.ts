// table.sort for lists whose order is Lua's own.
import { callSecond } from './functions.ts'
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { TYPE } from '../raw.ts'

/**
 * table.sort (list, comparator?), of which the second upvalue is Lua's own: it sorts tables that have no metatable and
 * hold numbers alone or strings alone, where nothing calls a function of the script and nothing fails to compare. All
 * else goes to the function in the first upvalue.
 */
export function sortValues(indices: Indices): Uint8Array {
  const { lua_type, lua_getmetatable, lua_rawlen, lua_rawgeti, lua_settop, call_upvalue } = indices.functions
  const [state, at, kind] = [0, 1, 2]
  const leaveToFirst = i.when(i.get(state), i.call(call_upvalue), i.leave)
  const pop = [...i.get(state), ...i.constant(-2), ...i.call(lua_settop)]
  const typeOf = (argument: number) => [...i.get(state), ...i.constant(argument), ...i.call(lua_type)]
  const typeOfItem = [...i.get(state), ...i.constant(1), ...i.get(at), ...i.lengthen, ...i.call(lua_rawgeti)]
  return i.body(
    2,
    [...typeOf(1), ...i.constant(TYPE.table), ...i.isDifferent],
    [...i.constant(TYPE.nil), ...typeOf(2), ...i.isLess, ...i.or],
    leaveToFirst,
    [...i.get(state), ...i.constant(1), ...i.call(lua_getmetatable)],
    i.when(pop, i.get(state), i.call(call_upvalue), i.leave),
    [...i.get(state), ...i.constant(1), ...i.call(lua_rawlen), ...i.shorten, ...i.tee(at)],
    i.when(
      [...typeOfItem, ...i.set(kind), ...pop],
      [...i.get(kind), ...i.constant(TYPE.number), ...i.isDifferent],
      [...i.get(kind), ...i.constant(TYPE.string), ...i.isDifferent, ...i.and],
      leaveToFirst,
      i.whileSo(
        [...i.get(at), ...i.constant(1), ...i.subtract, ...i.tee(at)],
        [...typeOfItem, ...i.get(kind), ...i.isDifferent, ...pop],
        leaveToFirst,
      ),
    ),
    callSecond(indices),
  )
}
