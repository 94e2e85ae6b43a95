// What gsub does with what a function gave for a match: puts it into the buffer in which the result is made.
import { AT, FRAME } from './gsub-frame.ts'
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { BUFFER, MATCH, TEXT } from './layout.ts'
import { UPVALUE } from '../raw.ts'

/**
 * Bytes of room that a buffer begins with: so much beyond the length of the text. Where that is no more than the little,
 * one buffer serves call after call, from the third upvalue; a state in it says that a call has it.
 */
const ROOM = 64
const LITTLE = 512
const SPARE = UPVALUE - 2

/**
 * (lua_State, frame, kept, start, end) → kept. Takes what the function gave off the stack. Where it is a text or number,
 * puts it into the buffer, after the text from where it was kept up to the match, and keeps the text from its end on.
 */
export function gsubAdd({ functions }: Indices): Uint8Array {
  const { lua_toboolean, lua_isstring, lua_type, lua_typename, lua_tolstring, lua_copy, lua_settop } = functions
  const { lua_touserdata, lua_newuserdatauv, luaL_addlstring } = functions
  const [state, frame, kept, start, end, piece, buffer] = [0, 1, 2, 3, 4, 5, 6]
  const size = piece
  const top = [...i.get(state), ...i.constant(-1)]
  const drop = [...i.get(state), ...i.constant(AT.box), ...i.call(lua_settop)]
  const textLength = [...i.get(frame), ...i.load(MATCH.textEnd), ...i.get(frame), ...i.load(MATCH.text), ...i.subtract]

  return i.body(
    2,
    [...top, ...i.call(lua_toboolean), ...i.isZero],
    i.when(drop, i.get(kept), i.leave),
    [...top, ...i.call(lua_isstring), ...i.isZero],
    i.when(
      [...i.get(frame), ...i.get(state), ...top, ...i.call(lua_type), ...i.call(lua_typename), ...i.store(FRAME.word)],
      [...i.get(state), ...i.constant(TEXT.invalidReplacement), ...i.get(frame), ...i.constant(FRAME.word), ...i.add],
      [...i.call(functions.luaL_error), ...i.drop],
    ),
    [...i.get(state), ...i.constant(AT.buffer), ...i.call(lua_touserdata), ...i.tee(buffer), ...i.isZero],
    i.when(
      [...textLength, ...i.constant(ROOM), ...i.add, ...i.tee(size), ...i.constant(LITTLE), ...i.isAbove, ...i.isZero],
      i.when(
        [...i.constant(LITTLE), ...i.set(size)],
        [...i.get(state), ...i.constant(SPARE), ...i.call(lua_touserdata), ...i.tee(buffer)],
        i.when([...i.get(buffer), ...i.load(BUFFER.state)], i.when(i.constant(0), i.set(buffer))),
      ),
      i.get(buffer),
      i.when([...i.get(state), ...i.constant(SPARE), ...i.constant(AT.buffer), ...i.call(lua_copy)]),
      [...i.get(buffer), ...i.isZero],
      i.when(
        [...i.get(state), ...i.get(size), ...i.constant(BUFFER.bytes), ...i.add, ...i.constant(0)],
        [...i.call(lua_newuserdatauv), ...i.set(buffer)],
        [...top, ...i.constant(AT.buffer), ...i.call(lua_copy)],
        [...i.get(size), ...i.constant(LITTLE), ...i.isSame],
        i.when([...top, ...i.constant(SPARE), ...i.call(lua_copy)]),
        [...i.get(state), ...i.constant(-2), ...i.call(lua_settop)],
      ),
      [...i.get(buffer), ...i.get(buffer), ...i.constant(BUFFER.bytes), ...i.add, ...i.store(BUFFER.content)],
      [...i.get(buffer), ...i.get(size), ...i.store(BUFFER.size)],
      [...i.get(buffer), ...i.constant(0), ...i.store(BUFFER.used)],
      [...i.get(buffer), ...i.get(state), ...i.store(BUFFER.state)],
    ),
    // The piece stays where the collector sees it, below the place that luaL_Buffer wants on top.
    [...top, ...i.get(frame), ...i.constant(FRAME.word), ...i.add, ...i.call(lua_tolstring), ...i.set(piece)],
    [...top, ...i.constant(AT.piece), ...i.call(lua_copy), ...drop],
    [...i.get(buffer), ...i.get(kept), ...i.get(start), ...i.get(kept), ...i.subtract, ...i.call(luaL_addlstring)],
    [...i.get(buffer), ...i.get(piece), ...i.get(frame), ...i.load(FRAME.word), ...i.call(luaL_addlstring)],
    i.get(end),
  )
}
