// The loop of gsub over the matches, as in lstrlib.c, which begins anew where the function comes back from a yield.
import { burn } from './functions.ts'
import { AT, FRAME, WORD } from './gsub-frame.ts'
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { BUFFER, CALL_INFO, MATCH, STACK_POINTER, STATE, TEXT } from './layout.ts'
import { PLACE, UPVALUE } from '../raw.ts'

const CARET = 94
const INTEGER_TYPE = 3
const WORD_PLACES = [0, 1, 2].map((place) => place * PLACE.bytes)

/**
 * (lua_State, most, isReader, isBack) → count of results. The loop over the matches, of which there may be so many; from
 * its begin, or from where the function has given a result, which is on top of the stack. A reader is told of one capture.
 */
export function gsubLoop(indices: Indices): Uint8Array {
  const { globals, functions } = indices
  const { lua_tolstring, lua_settop, lua_pushvalue, lua_pushinteger, lua_touserdata, lua_callk } = functions
  const { luaL_checkstack, luaL_addlstring, luaL_pushresult, gsub_add } = functions
  const [state, most, isReader, isBack, frame, pattern, isAnchored, textEnd] = [0, 1, 2, 3, 4, 5, 6, 7]
  const [start, end, lastEnd, kept, count, words, capture, captures] = [8, 9, 10, 11, 12, 13, 14, 15]
  const callInfo = words
  const saved = [
    [start, WORD.start],
    [end, WORD.end],
    [kept, WORD.kept],
    [count, WORD.count],
    [most, WORD.most],
    [isReader, WORD.isReader],
  ] as const

  const openMatch = [
    ...[...i.getGlobal(STACK_POINTER), ...i.constant(FRAME.bytes), ...i.subtract, ...i.tee(frame)],
    ...i.setGlobal(STACK_POINTER),
    ...[...i.get(frame), ...i.get(state), ...i.store(MATCH.state)],
    ...[...i.get(frame), ...i.constant(MATCH.mostDepth), ...i.store(MATCH.depthLeft)],
    ...[...i.get(state), ...i.constant(AT.text), ...i.get(frame), ...i.constant(FRAME.word), ...i.add],
    ...[...i.call(lua_tolstring), ...i.set(start)],
    ...[...i.get(frame), ...i.get(start), ...i.store(MATCH.text)],
    ...[...i.get(frame), ...i.get(start), ...i.get(frame), ...i.load(FRAME.word), ...i.add, ...i.tee(textEnd)],
    ...i.store(MATCH.textEnd),
    ...[...i.get(state), ...i.constant(AT.pattern), ...i.get(frame), ...i.constant(FRAME.word), ...i.add],
    ...[...i.call(lua_tolstring), ...i.set(pattern)],
    ...[...i.get(frame), ...i.get(pattern), ...i.get(frame), ...i.load(FRAME.word), ...i.add],
    ...i.store(MATCH.patternEnd),
    ...[...i.get(pattern), ...i.get(pattern), ...i.loadByte(0), ...i.constant(CARET), ...i.isSame],
    ...[...i.tee(isAnchored), ...i.add, ...i.set(pattern)],
  ]

  const openPlaces = [
    ...[...i.get(state), ...i.constant(AT.box), ...i.call(lua_settop)],
    ...findPlace(AT.words, words),
    ...WORD_PLACES.flatMap((place) => [
      ...[...i.get(words), ...i.constant(INTEGER_TYPE), ...i.store(place + PLACE.type)],
    ]),
  ]

  const callFunction = [
    ...[...i.get(state), ...i.constant(AT.function), ...i.call(lua_pushvalue)],
    // As push_captures, which the compiler has put into its callers: the whole match where there are no captures.
    ...[...i.get(frame), ...i.loadByte(MATCH.captures), ...i.tee(captures), ...i.constant(1)],
    ...[...i.constant(0), ...i.get(captures), ...i.get(isReader), ...i.choose, ...i.choose, ...i.set(captures)],
    ...[...i.get(state), ...i.get(captures), ...i.constant(TEXT.tooManyCaptures), ...i.call(luaL_checkstack)],
    ...[...i.constant(0), ...i.set(capture)],
    ...i.block(
      i.whileTrue(
        [...i.get(frame), ...i.get(capture), ...i.get(start), ...i.get(end), ...i.call(functions.push_onecapture)],
        [...i.get(capture), ...i.constant(1), ...i.add, ...i.tee(capture)],
        [...i.get(captures), ...i.isSame, ...i.jumpIf(1)],
      ),
    ),
    ...countCall(globals, i.add),
    ...[...i.get(state), ...i.get(captures), ...i.constant(1), ...i.constant(0)],
    ...[...i.getGlobal(globals.gsub_continuation), ...i.call(lua_callk)],
  ]

  // Past the limit of time a hook waits for Lua, and the function may be one of C: a function of the prelude runs. What
  // is a trap in the CallInfo of a function of Lua has no use in that of gsub.
  const lookAtTime = [
    ...[...i.get(state), ...i.load(STATE.callInfo), ...i.set(callInfo)],
    ...burn(indices, callInfo),
    ...[...i.get(state), ...i.load(STATE.hookMask)],
    ...i.when(
      [...i.get(state), ...i.constant(UPVALUE), ...i.call(lua_pushvalue)],
      [...i.get(state), ...i.constant(0), ...i.constant(0), ...i.constant(0), ...i.constant(0), ...i.call(lua_callk)],
    ),
  ]

  return i.body(
    12,
    openMatch,
    [...i.get(start), ...i.set(kept)],
    i.get(isBack),
    i.when(
      findPlace(AT.words, words),
      ...saved.map(([local, word]) => [...i.get(words), ...i.load(word), ...i.set(local)]),
    ),
    i.block(
      i.whileTrue(
        i.get(isBack),
        i.when(
          countCall(globals, i.subtract),
          [...i.get(state), ...i.get(frame), ...i.get(kept), ...i.get(start), ...i.get(end), ...i.call(gsub_add)],
          [...i.set(kept), ...i.constant(0), ...i.set(isBack)],
          [...i.get(end), ...i.tee(lastEnd), ...i.set(start)],
          [...i.get(isAnchored), ...i.jumpIf(2)],
        ),
        [...i.get(count), ...i.get(most), ...i.isAtLeast, ...i.jumpIf(1)],
        [...i.get(frame), ...i.constant(0), ...i.store8(MATCH.captures)],
        [...i.get(frame), ...i.get(start), ...i.get(pattern), ...i.call(functions.match), ...i.tee(end)],
        // A match that is empty where the last one ended is none.
        i.when(
          [...i.get(end), ...i.get(lastEnd), ...i.isDifferent],
          i.when(
            [...i.get(count), ...i.isZero],
            i.when(openPlaces),
            [...i.get(count), ...i.constant(1), ...i.add, ...i.set(count)],
            lookAtTime,
            findPlace(AT.words, words),
            ...saved.map(([local, word]) => [...i.get(words), ...i.get(local), ...i.store(word)]),
            callFunction,
            [...i.constant(1), ...i.set(isBack)],
            i.jump(2),
          ),
        ),
        [...i.get(start), ...i.get(textEnd), ...i.isAtLeast, ...i.jumpIf(1)],
        [...i.get(start), ...i.constant(1), ...i.add, ...i.set(start)],
        [...i.get(isAnchored), ...i.jumpIf(1)],
      ),
    ),
    // Without a match the places were never opened, and an argument may lie there.
    [...i.constant(0), ...i.set(words), ...i.get(count)],
    i.when([...i.get(state), ...i.constant(AT.buffer), ...i.call(lua_touserdata), ...i.set(words)]),
    i.get(words),
    i.when(
      [...i.get(words), ...i.get(kept), ...i.get(textEnd), ...i.get(kept), ...i.subtract, ...i.call(luaL_addlstring)],
      [...i.get(words), ...i.call(luaL_pushresult)],
      [...i.get(words), ...i.constant(0), ...i.store(BUFFER.state)],
    ),
    [...i.get(words), ...i.isZero],
    i.when([...i.get(state), ...i.constant(AT.text), ...i.call(lua_pushvalue)]),
    [...i.get(state), ...i.get(count), ...i.lengthen, ...i.call(lua_pushinteger)],
    [...i.get(frame), ...i.constant(FRAME.bytes), ...i.add, ...i.setGlobal(STACK_POINTER)],
    i.constant(2),
  )
}

/** Counts the calls that are on, those too that never came back: where there are none, nobody need look for one. */
const countCall = ({ gsub_calls }: Indices['globals'], change: i.Code): i.Code => [
  ...[...i.getGlobal(gsub_calls), ...i.constant(1), ...change, ...i.setGlobal(gsub_calls)],
]

/** Puts the address of a place on the stack of Lua into a local; the stack moves when it grows. */
const findPlace = (index: number, local: number): i.Code => [
  ...[...i.get(0), ...i.load(STATE.callInfo), ...i.load(CALL_INFO.function)],
  ...[...i.constant(index * PLACE.bytes), ...i.add, ...i.set(local)],
]
