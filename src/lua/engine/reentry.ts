// Enters Lua's interpreter anew from time to time. WebAssembly is compiled better while it runs, but a call that is on
// stays in the code that it began in: a loop of a script would never come out of the first, slow one.
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { CALL_INFO, EXECUTE, STACK_POINTER, STATE } from './layout.ts'

/**
 * (lua_State, program counter) → trap. Stands where the interpreter, between two instructions, calls luaG_traceexec for
 * a trap: where no hook asked for it, the engine did, and the interpreter's call is to end: to begin again, or to yield.
 */
export const traceOrLeave = ({ functions, globals }: Indices) =>
  i.body(
    0,
    i.getGlobal(globals.yields),
    i.when(
      [
        ...i.get(0),
        ...i.load(STATE.callInfo),
        ...i.load(CALL_INFO.previous),
        ...i.constant(0),
        ...i.store(CALL_INFO.trap),
      ],
      [...i.constant(1), ...i.setGlobal(globals.enters_again), ...i.constant(0), ...i.leave],
    ),
    [...i.get(0), ...i.load(STATE.hookMask)],
    i.when(i.get(0), i.get(1), i.call(functions.luaG_traceexec), i.leave),
    [...i.get(0), ...i.load(STATE.callInfo), ...i.get(1), ...i.store(CALL_INFO.savedPc)],
    [...i.get(0), ...i.load(STATE.callInfo), ...i.constant(0), ...i.store(CALL_INFO.trap)],
    [...i.constant(1), ...i.setGlobal(globals.enters_again)],
    i.constant(0),
  )

/** Code after that call in the interpreter, for which it leaves as it does at its end. */
export const leaveInterpreter = ({ globals }: Indices): i.Code => [
  ...i.getGlobal(globals.enters_again),
  ...i.when(
    [...i.get(EXECUTE.frame), ...i.constant(EXECUTE.frameBytes), ...i.add, ...i.setGlobal(STACK_POINTER)],
    i.leave,
  ),
]

/** (lua_State, CallInfo): luaV_execute, for its callers. */
export const execute = ({ functions, globals }: Indices) =>
  i.body(
    0,
    i.whileTrue(
      [...i.get(0), ...i.get(1), ...i.call(functions.interpret)],
      [...i.getGlobal(globals.enters_again), ...i.isZero],
      i.when(i.leave),
      [...i.constant(0), ...i.setGlobal(globals.enters_again)],
      i.getGlobal(globals.yields),
      i.when(i.leave),
      [...i.get(0), ...i.load(STATE.callInfo), ...i.set(1)],
    ),
  )
