// The functions that the engine adds to wasmoon's module, and those that it puts in the place of the module's own.
import { type Indices } from './indices.ts'
import * as i from './instructions.ts'
import { C_CLOSURE, CALL_INFO, METER, PROTECTION, STACK_POINTER, STATE, TABLE, TYPE_BITS } from './layout.ts'
import { ALL_RESULTS, PLACE, THREAD, TYPE, UPVALUE } from '../raw.ts'
import { endYielding, isLeavable, leaveYielding } from './yields.ts'

/** How often Lua passes a place at which it may be interrupted, between two looks at the clock. */
const FUEL = 2000

/** (CallInfo): fills the fuel up, has the interpreter enter anew, and calls the slot in `on_fuel_out`. */
export const refuel = ({ globals, types }: Indices) =>
  i.body(
    0,
    [...i.constant(FUEL), ...i.setGlobal(globals.fuel)],
    [...i.get(0), ...i.constant(1), ...i.store(CALL_INFO.trap)],
    [...i.get(0), ...i.getGlobal(globals.on_fuel_out), ...i.callSlot(types.takesOne)],
  )

/** Burns fuel where Lua may be interrupted; `callInfo` is the local that holds where it is. */
export const burn = ({ globals, functions }: Indices, callInfo: number): i.Code => [
  ...[...i.getGlobal(globals.fuel), ...i.constant(1), ...i.subtract, ...i.setGlobal(globals.fuel)],
  ...[...i.getGlobal(globals.fuel), ...i.isZero],
  ...i.when(i.get(callInfo), i.call(functions.refuel)),
]

/**
 * (meter, block, old size, new size) → block. The allocator for lua_newstate: realloc and free, counted and limited.
 * The first block of a state is the one that its meter names, if it names one.
 */
export function allocate({ functions, types }: Indices): Uint8Array {
  const [meter, block, oldBytes, newBytes, growth] = [0, 1, 2, 3, 4]
  const addToUsed = [...i.get(meter), ...i.get(meter), ...i.load(METER.used), ...i.get(growth), ...i.add]
  return i.body(
    1,
    // Without a block, Lua passes a type as the old size.
    [...i.get(newBytes), ...i.get(oldBytes), ...i.constant(0), ...i.get(block), ...i.choose, ...i.subtract],
    i.set(growth),
    [...i.get(newBytes), ...i.isZero],
    i.when(
      i.get(block),
      i.when(
        [...addToUsed, ...i.store(METER.used)],
        [...i.get(block), ...i.get(meter), ...i.load(METER.first), ...i.isDifferent],
        i.when(i.get(block), i.call(functions.free)),
      ),
      [...i.constant(0), ...i.leave],
    ),
    [...i.get(newBytes), ...i.get(oldBytes), ...i.constant(0), ...i.get(block), ...i.choose, ...i.isAbove],
    i.when(
      [...i.get(growth), ...i.get(meter), ...i.load(METER.limit), ...i.get(meter), ...i.load(METER.used)],
      [...i.subtract, ...i.isAbove],
      i.when(
        [...i.get(meter), ...i.get(block), ...i.get(meter), ...i.load(METER.onRefused), ...i.callSlot(types.takesTwo)],
        [...i.constant(0), ...i.leave],
      ),
    ),
    // Nothing is used and there is a first block: that one.
    [...i.get(meter), ...i.load(METER.first), ...i.constant(0), ...i.get(meter), ...i.load(METER.used), ...i.isZero],
    [...i.choose, ...i.tee(oldBytes), ...i.isZero],
    i.when(
      [...i.get(block), ...i.get(newBytes), ...i.call(functions.realloc), ...i.tee(oldBytes), ...i.isZero],
      i.when(i.constant(0), i.leave),
    ),
    [...addToUsed, ...i.tee(newBytes), ...i.store(METER.used)],
    [...i.get(newBytes), ...i.get(meter), ...i.load(METER.peak), ...i.isAbove],
    i.when(i.get(meter), i.get(newBytes), i.store(METER.peak)),
    i.get(oldBytes),
  )
}

/** (lua_State) → count of results. A C function that calls the function in its upvalue, which may yield. */
export function callUpvalue({ functions, globals }: Indices): Uint8Array {
  const [state, count] = [0, 1]
  return i.body(
    1,
    [...i.get(state), ...i.call(functions.lua_gettop), ...i.set(count)],
    [...i.get(state), ...i.constant(UPVALUE), ...i.call(functions.lua_pushvalue)],
    [...i.get(state), ...i.constant(1), ...i.constant(1), ...i.call(functions.lua_rotate)],
    [
      ...i.get(state),
      ...i.get(count),
      ...i.constant(ALL_RESULTS),
      ...i.constant(0),
      ...i.getGlobal(globals.continuation),
    ],
    [...i.call(functions.lua_callk), ...i.get(state), ...i.call(functions.lua_gettop)],
  )
}

/**
 * (lua_State) → count of results. A C function that is the one of C in its second upvalue, in all that can be told from
 * outside, where no argument can lead back into Lua, and calls that of Lua in the first upvalue where one can.
 */
function callNative(indices: Indices, leadsBack: i.Code): Uint8Array {
  const [state, at] = [0, 1]
  return i.body(
    1,
    [...i.get(state), ...i.load(THREAD.top), ...i.set(at)],
    i.whileTrue(
      [...i.get(at), ...i.constant(PLACE.bytes), ...i.subtract, ...i.tee(at)],
      [...calledPlace, ...i.isSame],
      i.when(callSecond(indices), i.leave),
      leadsBack,
      i.when(i.get(state), i.call(indices.functions.call_upvalue), i.leave),
    ),
    i.unreachable,
  )
}

/** The place on the stack of the function that is called, below its arguments. */
const calledPlace = [...i.get(0), ...i.load(STATE.callInfo), ...i.load(CALL_INFO.function)]

const argumentType = [...i.get(1), ...i.loadByte(PLACE.type), ...i.constant(TYPE_BITS), ...i.and]

export const dropTop = ({ functions }: Indices) => [...i.get(0), ...i.constant(-2), ...i.call(functions.lua_settop)]

/** For functions to which a table or function means a call: numbers, strings, booleans and nil alone are native. */
export const callOnValues = (indices: Indices) =>
  callNative(indices, [...argumentType, ...i.constant(TYPE.string), ...i.isAbove])

/** For functions that read tables: those without a metatable are native too. */
export const callOnTables = (indices: Indices) =>
  callNative(indices, [
    ...[...argumentType, ...i.constant(TYPE.table), ...i.isAbove],
    ...[...argumentType, ...i.constant(TYPE.table), ...i.isSame],
    ...i.whenElse([...i.get(1), ...i.load(0), ...i.load(TABLE.metatable)], i.constant(0)),
    ...i.or,
  ])

/** Calls the function of C in the second upvalue, a bare slot, in the place of the caller. */
export const callSecond = ({ types }: Indices): i.Code => [
  ...[...i.get(0), ...calledPlace, ...i.load(0), ...i.load(C_CLOSURE.upvalues + PLACE.bytes)],
  ...i.callSlot(types.cFunction),
]

/**
 * coroutine.resume (coroutine, …), of which the second upvalue is Lua's own. Where the coroutine failed, or gave a table,
 * which may be a request to the host, the first upvalue takes the coroutine and all that resume answered.
 */
export const resume = (indices: Indices) => i.body(1, finishResume(indices, 0))

/** The function that coroutine.wrap makes: the same for the coroutine in the third upvalue, without resume's `true`. */
export function resumeWrapped(indices: Indices): Uint8Array {
  const { lua_pushvalue, lua_rotate } = indices.functions
  return i.body(
    1,
    [...i.get(0), ...i.constant(UPVALUE - 2), ...i.call(lua_pushvalue)],
    [...i.get(0), ...i.constant(1), ...i.constant(1), ...i.call(lua_rotate)],
    finishResume(indices, 1),
  )
}

function finishResume(indices: Indices, leftOut: number): i.Code {
  const { lua_toboolean, lua_type, call_upvalue } = indices.functions
  const [state, count] = [0, 1]
  return [
    ...[...callSecond(indices), ...i.set(count)],
    ...[...i.get(state), ...i.constant(2), ...i.call(lua_toboolean)],
    // A place beyond the top has no type, so this holds for a coroutine that gave nothing too.
    ...i.when(
      [...i.get(state), ...i.constant(3), ...i.call(lua_type), ...i.constant(TYPE.table), ...i.isDifferent],
      i.when([...i.get(count), ...i.constant(leftOut), ...i.subtract, ...i.leave]),
    ),
    ...[...i.get(state), ...i.call(call_upvalue)],
  ]
}

/**
 * coroutine.yield (…), of which the second upvalue is Lua's own. For threads in the third upvalue, and from a function
 * that gsub calls, the first decides.
 */
export function yieldUnless(indices: Indices): Uint8Array {
  const { lua_pushthread, lua_rawget, call_upvalue, is_inside_gsub } = indices.functions
  return i.body(
    1,
    i.getGlobal(indices.globals.gsub_calls),
    i.when([...i.get(0), ...i.call(is_inside_gsub)], i.when(i.get(0), i.call(call_upvalue), i.leave)),
    [...i.get(0), ...i.call(lua_pushthread), ...i.drop],
    [...i.get(0), ...i.constant(UPVALUE - 2), ...i.call(lua_rawget), ...i.set(1), ...dropTop(indices)],
    i.get(1),
    i.when(i.get(0), i.call(call_upvalue), i.leave),
    isLeavable,
    i.when(leaveYielding(indices)),
    callSecond(indices),
  )
}

/** (lua_State, status, context) → count of results. Where callUpvalue goes on after a yield. */
export const returnAll = ({ functions }: Indices) => i.body(0, i.get(0), i.call(functions.lua_gettop))

/**
 * luaD_rawrunprotected (lua_State, slot, argument) → status, with an exception of WebAssembly where the original has
 * setjmp: calls the slot with the state and the argument, and catches what is thrown for this very call.
 */
export function runProtected(indices: Indices): Uint8Array {
  const { types, tag } = indices
  const [state, slot, argument, frame, cCalls] = [0, 1, 2, 3, 4]
  return i.body(
    2,
    [...i.getGlobal(STACK_POINTER), ...i.constant(PROTECTION.bytes), ...i.subtract, ...i.tee(frame)],
    i.setGlobal(STACK_POINTER),
    [...i.get(state), ...i.load(STATE.cCalls), ...i.set(cCalls)],
    [...i.get(frame), ...i.constant(0), ...i.store(PROTECTION.status)],
    [...i.get(frame), ...i.get(cCalls), ...i.store(PROTECTION.cCalls)],
    [...i.get(frame), ...i.get(state), ...i.load(STATE.errorJump), ...i.store(PROTECTION.jump)],
    [...i.get(state), ...i.get(frame), ...i.constant(PROTECTION.jump), ...i.add, ...i.store(STATE.errorJump)],
    i.tryCatch([i.get(state), i.get(argument), i.get(slot), i.callSlot(types.takesTwo)], tag, [
      [...i.get(frame), ...i.constant(PROTECTION.buffer), ...i.add, ...i.isDifferent],
      i.when(i.rethrow(1)),
    ]),
    endYielding(indices, frame),
    [...i.get(state), ...i.get(cCalls), ...i.store(STATE.cCalls)],
    [...i.get(state), ...i.get(frame), ...i.load(PROTECTION.jump), ...i.store(STATE.errorJump)],
    [...i.get(frame), ...i.constant(PROTECTION.bytes), ...i.add, ...i.setGlobal(STACK_POINTER)],
    [...i.get(frame), ...i.load(PROTECTION.status)],
  )
}

/** emscripten_longjmp (buffer, value): throws to the call that set the buffer up. */
export const throwTo = ({ tag }: Indices) => i.body(0, i.get(0), i.throwTag(tag))
