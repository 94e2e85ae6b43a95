// The C functions that the prelude is given. They take and answer byte strings, numbers and nothing else.
import { callError, ErrorCode, type CallError } from '../contract/errors.ts'
import { HostOperation } from '../contract/host.ts'
import { ASKS_PER_CALL } from '../contract/limits.ts'
import { nearestName } from '../contract/names.ts'
import { type Bytes } from './bytes.ts'
import { takeHeld } from './held.ts'
import {
  ACTIVATION,
  type CFunction,
  type EngineContinuation,
  type EngineFunction,
  type Pointer,
  type RawLua,
} from './raw.ts'
import { answerRegex } from './regex.ts'
import { type Session, shorten } from './session.ts'
import { filterFrames, readLine } from './traceback.ts'

/** Memory set free for the text of a memory error. */
const SPARE_BYTES = 1 << 20
const MAX_LEVELS = 60
/** Characters of an error message; a script may raise any text. */
const MAX_MESSAGE = 10_000

/**
 * Registers the functions, once per module: function slots are never given back by states that close.
 *
 * @param current - the session of the run that is computing now
 * @param isExpired - whether its time is over
 * @returns function slots by the name under which the prelude knows them
 */
export function registerBridge(
  lua: RawLua,
  bytes: Bytes,
  current: () => Session,
  isExpired: () => boolean,
): Record<string, Pointer> {
  const text = (L: Pointer, index: number) => bytes.readText(L, index) ?? ''
  const textOrNull = (L: Pointer, index: number) => (lua._lua_type(L, index) > 0 ? text(L, index) : null)

  const activation = lua._malloc(ACTIVATION.bytes)
  const about = bytes.name('nf')

  function answer(L: Pointer, value: string | Uint8Array | null): number {
    if (value === null) lua._lua_pushnil(L)
    else bytes.push(L, value)
    return 1
  }

  function answerReply(L: Pointer, ok: boolean, value: string): number {
    lua._lua_pushboolean(L, ok ? 1 : 0)
    return 1 + answer(L, value)
  }

  const functions: Record<string, CFunction> = {
    /** (operation, payload): what to ask of the host; the prelude yields next. Answers an error instead, as JSON. */
    ask(L) {
      const session = current()
      const operation = HostOperation.parse(text(L, 1))
      const refusal = limitAsks(session, operation)
      if (refusal) return answer(L, JSON.stringify(refusal))
      if (operation === 'call') session.calls++
      session.asks++
      session.request = { operation, payload: text(L, 2) }
      return answer(L, null)
    },
    /** () → ok, text: the reply of the host, or its error as JSON. */
    take(L) {
      const { reply } = current()
      if (!reply) return answerReply(L, false, JSON.stringify(callError('internal', 'the host gave no reply')))
      return reply.ok ? answerReply(L, true, reply.text) : answerReply(L, false, JSON.stringify(reply.error))
    },
    /** (): takes back what was asked last: the request could not leave Lua. */
    withdraw() {
      const session = current()
      if (session.request?.operation === 'call') session.calls--
      session.asks--
      session.request = null
      return 0
    },
    expired(L) {
      lua._lua_pushboolean(L, isExpired() ? 1 : 0)
      return 1
    },
    write(L) {
      current().write(text(L, 1))
      return 0
    },
    /** () → where the script is, as `main.lua:3: `, or an empty string. */
    where(L) {
      return answer(
        L,
        findPosition(L, () => true),
      )
    },
    /** () → the line of main.lua that is running, 0 where there is none. */
    line(L) {
      const position = findPosition(L, (candidate) => candidate.startsWith('main.lua:'))
      lua._lua_pushinteger(L, BigInt(readLine(position) ?? 0))
      return 1
    },
    /** (function) → the same as a C function that calls it. */
    wrap: (L) => close(L, enter, 1),
    /**
     * () → how the wrapped function that is running was called: the name (nil where it had none), what kind of name,
     * the place as `main.lua:3: ` (empty where Lua did not call it), and the function.
     */
    called(L) {
      for (let level = 1; level < MAX_LEVELS && lua._lua_getstack(L, level, activation); level++) {
        lua._lua_getinfo(L, about, activation)
        if (!wrappers.includes(lua._lua_tocfunction(L, -1))) {
          lua._lua_settop(L, -2)
          continue
        }
        answer(L, bytes.readName(lua.HEAPU32[(activation + ACTIVATION.name) >> 2]!))
        answer(L, bytes.readName(lua.HEAPU32[(activation + ACTIVATION.nameKind) >> 2]!))
        lua._luaL_where(L, level + 1)
        lua._lua_rotate(L, -4, 3)
        return 4
      }
      return 0
    },
    /** (function, native) → the native function for all but tables and functions, the function for those. */
    onValues: (L) => close(L, onValues, 2),
    /** (function, native) → the native function for all but functions and tables with a metatable. */
    onTables: (L) => close(L, onTables, 2),
    /** (function, native) → coroutine.resume, which leaves failures and tables to the function. */
    onResume: (L) => close(L, onResume, 2),
    /** (function, native resume, thread) → what coroutine.wrap makes, which leaves failures and tables to the function. */
    onWrapped: (L) => close(L, onWrapped, 3),
    /** (function, native, threads) → coroutine.yield, which leaves the threads that are keys there to the function. */
    onYield: (L) => close(L, onYield, 3),
    /** (function, native) → table.sort, which leaves all but lists of numbers or of strings to the function. */
    onSort: (L) => close(L, onSort, 2),
    /** (function for errors that begin with `?`, value that is raised again) → pcall. */
    protected: (L) => close(L, protectedCall, 2),
    /** (function that goes on after an error, error of which no traceback is kept) → xpcall. */
    handled: (L) => close(L, handledCall, 2),
    /** (hidden, native, hidden) → getmetatable, which answers nil for the two hidden metatables. */
    hiding: (L) => close(L, hiding, 3),
    /** (function, native) → string.gsub; the function makes of a table with a metatable a function that reads it. */
    onGsub: (L) => close(L, onGsub, 3),
    /** (thread) → whether a function that string.gsub calls is running there. */
    isInsideGsub(L) {
      lua._lua_pushboolean(L, lua._is_inside_gsub(lua._lua_tothread(L, 1)))
      return 1
    },
    /** (thread?) → frames of the script, one per line. */
    trace(L) {
      const of = lua._lua_type(L, 1) > 0 ? lua._lua_tothread(L, 1) : L
      lua._luaL_traceback(L, of || L, 0, 0)
      return answer(L, filterFrames(text(L, -1)))
    },
    /** (traceback) → the frames of the script in it. */
    frames: (L) => answer(L, filterFrames(text(L, 1))),
    /** (thread) → the value of its innermost `<close>` variable, taken off it; nothing when there is none. */
    takeHeld: (L) => takeHeld(lua, L, lua._lua_tothread(L, 1)),
    now(L) {
      lua._lua_pushnumber(L, current().now())
      return 1
    },
    computed(L) {
      lua._lua_pushnumber(L, current().computed())
      return 1
    },
    /** (value) → its metatable, also where a field hides it, or nil. */
    metatable(L) {
      if (!lua._lua_getmetatable(L, 1)) lua._lua_pushnil(L)
      return 1
    },
    /** (wrong, names) → the nearest of the names (one per line), or nil. */
    nearest(L) {
      return answer(L, nearestName(text(L, 1), text(L, 2).split('\n')) ?? null)
    },
    /** (code, message, hint?) → a call error with the hint, or with that of its code, as JSON. */
    describe(L) {
      const hint = textOrNull(L, 3)
      const error = callError(ErrorCode.parse(text(L, 1)), text(L, 2), hint === null ? {} : { hint })
      return answer(L, JSON.stringify(error))
    },
    index(L) {
      return answer(L, current().readIndex())
    },
    /** () → the script's name, its folder and statements to run first; nothing in a run without files. */
    files(L) {
      const { files } = current()
      return files ? answer(L, files.script) + answer(L, files.folder) + answer(L, files.statements) : 0
    },
    /** (path) → true and the bytes of a Lua file, or false and the reason. */
    readFile(L) {
      const found = current().files?.read?.(text(L, 1)) ?? { reason: 'there are no files here' }
      const isFound = found instanceof Uint8Array
      lua._lua_pushboolean(L, isFound ? 1 : 0)
      return 1 + answer(L, isFound ? found : found.reason)
    },
    /** (request as JSON) → reply as JSON, see regex.ts. */
    regex(L) {
      return answer(L, answerRegex(text(L, 1)))
    },
    spare() {
      const { meter } = current()
      meter.limit += SPARE_BYTES
      return 0
    },
    /** (text, json?): one value that the script returned. */
    result(L) {
      current().addValue(text(L, 1), textOrNull(L, 2))
      return 0
    },
    /** (message, frames, error as JSON?): how the script failed. */
    fail(L) {
      const error = textOrNull(L, 3)
      current().failure = {
        message: shorten(text(L, 1), MAX_MESSAGE),
        trace: text(L, 2),
        error: error === null ? null : (JSON.parse(error) as CallError),
      }
      return 0
    },
  }

  const slotOf = (name: EngineFunction) => lua.addFunction(lua[`_${name}`], 'ii')
  const enter = slotOf('call_upvalue')
  const onValues = slotOf('call_on_values')
  const onTables = slotOf('call_on_tables')
  const onResume = slotOf('call_resume')
  const onWrapped = slotOf('call_wrapped')
  const onYield = slotOf('call_yield')
  const onSort = slotOf('call_sort')
  const onGsub = slotOf('call_gsub')
  const protectedCall = slotOf('call_protected')
  const handledCall = slotOf('call_handled')
  const hiding = slotOf('call_hiding')
  /** Those that leave to a function of the prelude what they do not do themselves. */
  const wrappers = [enter, onValues, onTables, onResume, onWrapped, onYield, onSort]
  lua._note_traceback.value = slotOf('note_handled')
  lua._gsub_slot.value = onGsub

  // A continuation lets what a function called yield to the driver.
  const continuationOf = (name: EngineContinuation) => lua.addFunction(lua[`_${name}`], 'iiii')
  lua._continuation.value = continuationOf('return_all')
  lua._protected_continuation.value = continuationOf('finish_protected')
  lua._handled_continuation.value = continuationOf('finish_handled')
  lua._gsub_continuation.value = continuationOf('gsub_after_yield')

  /** Pushes a C function of the engine with what it was given as upvalues. */
  function close(L: Pointer, slot: Pointer, upvalues: number): number {
    lua._lua_settop(L, upvalues)
    lua._lua_pushcclosure(L, slot, upvalues)
    return 1
  }

  function findPosition(L: Pointer, isWanted: (position: string) => boolean): string {
    for (let level = 1; level < MAX_LEVELS; level++) {
      lua._luaL_where(L, level)
      const position = text(L, -1)
      lua._lua_settop(L, -2)
      if (position && isWanted(position)) return position
    }
    return ''
  }

  return Object.fromEntries(Object.entries(functions).map(([name, fn]) => [name, lua.addFunction(fn, 'ii')]))
}

function limitAsks({ calls, asks, limits }: Session, operation: HostOperation): CallError | null {
  const most = limits.callsPerRun
  if (operation === 'call' && calls >= most) return callError('call_limit', `a run may make ${most} calls`)
  if (asks < most * ASKS_PER_CALL) return null
  return callError('call_limit', `a run may ask for calls and documentation ${most * ASKS_PER_CALL} times`)
}
