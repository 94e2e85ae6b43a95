// Yields without an exception. Lua throws, through all that lies between, to the resume of the coroutine; where nothing
// lies between but the interpreter, it can be left instead, as at any other trap, which takes a fifth of the time.
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { replaceAll } from './replace.ts'
import { CALL_INFO, OP_CALL, PROTECTION, STATE } from './layout.ts'
import { STATUS } from '../raw.ts'

const caller = [...i.get(0), ...i.load(STATE.callInfo), ...i.load(CALL_INFO.previous)]

/**
 * A word for a C function that was called to yield its arguments: not zero where its call is an instruction of the
 * interpreter, which was called by nothing but the resume.
 */
export const isLeavable: i.Code = [
  ...[...i.get(0), ...i.load(STATE.cCalls), ...i.get(0), ...i.load(STATE.errorJump)],
  ...[...i.load(PROTECTION.cCalls - PROTECTION.jump), ...i.isSame],
  ...i.whenElse(
    [
      ...[...caller, ...i.load16(CALL_INFO.status), ...i.constant(CALL_INFO.isC), ...i.and, ...i.isZero],
      ...i.whenElse(
        [
          ...[...caller, ...i.load(CALL_INFO.savedPc), ...i.constant(4), ...i.subtract, ...i.load(0)],
          ...[...i.constant(0x7f), ...i.and, ...i.constant(OP_CALL), ...i.isSame],
        ],
        i.constant(0),
      ),
    ],
    i.constant(0),
  ),
]

/** What lua_yieldk does with all arguments of such a C function, but for its exception. */
export const leaveYielding = ({ functions, globals }: Indices): i.Code => [
  ...[...i.get(0), ...i.constant(STATUS.yield), ...i.store8(STATE.status)],
  ...[...i.get(0), ...i.load(STATE.callInfo), ...i.constant(0), ...i.store(CALL_INFO.continuation)],
  ...[
    ...i.get(0),
    ...i.load(STATE.callInfo),
    ...i.get(0),
    ...i.call(functions.lua_gettop),
    ...i.store(CALL_INFO.yielded),
  ],
  ...[...caller, ...i.constant(1), ...i.store(CALL_INFO.trap)],
  ...[...i.constant(1), ...i.setGlobal(globals.yields)],
  ...[...i.constant(0), ...i.leave],
]

/** luaD_precallC: leaves the frame of a function that yields as it is, for the resume to finish. */
export function keepFrame({ functions, globals }: Indices, body: Uint8Array): Uint8Array {
  const finish = [...i.tee(0), ...i.call(functions.luaD_poscall)]
  const leave = i.when(i.constant(0), i.leave)
  return replaceAll(
    body,
    finish,
    [...i.tee(0), ...i.getGlobal(globals.yields), ...leave, ...i.call(functions.luaD_poscall)],
    1,
  )
}

/** unroll, which finishes the calls of a coroutine: not where it yields. */
export function stopUnrolling({ globals }: Indices, body: Uint8Array): Uint8Array {
  const [next, base] = [1, 7]
  const readNext = [...i.get(0), ...i.load(STATE.callInfo), ...i.tee(next)]
  const goesOn = [...i.isDifferent, ...i.getGlobal(globals.yields), ...i.isZero, ...i.and]
  const first = [...readNext, ...i.get(0), ...i.constant(STATE.baseCallInfo), ...i.add, ...i.tee(base)]
  const further = [...readNext, ...i.get(base)]
  const begun = replaceAll(body, [...first, ...i.isDifferent], [...first, ...goesOn], 1)
  return replaceAll(begun, [...further, ...i.isDifferent], [...further, ...goesOn], 1)
}

/** Code at the end of luaD_rawrunprotected: what was left to yield ends as what was thrown for it. */
export const endYielding = ({ globals }: Indices, frame: number): i.Code => [
  ...i.getGlobal(globals.yields),
  ...i.when(
    [...i.constant(0), ...i.setGlobal(globals.yields)],
    [...i.get(frame), ...i.constant(STATUS.yield), ...i.store(PROTECTION.status)],
  ),
]
