// A loaded module with everything that is registered once and shared by all its states.
import { type Bytes, createBytes } from './bytes.ts'
import { registerBridge } from './bridge.ts'
import { CALL_INFO, STATE } from './engine/layout.ts'
import { joinBytes } from './join-bytes.ts'
import { createLocate } from './locate.ts'
import { createMeters, type MemoryMeters } from './memory.ts'
import { prelude } from './prelude.generated.ts'
import { type Pointer, type RawLua, REGISTRY, STATUS } from './raw.ts'
import { type Session } from './session.ts'

/** What a state is told by its hook. */
interface HookState {
  /** Whether a time limit is reached. */
  isExpired(): boolean
  /** Registry key of the value that the hook raises. */
  sentinel: number
}

export interface Machine {
  readonly lua: RawLua
  readonly bytes: Bytes
  readonly meters: MemoryMeters
  /** Function slots of the standard libraries that a state may open. */
  readonly libraries: [name: string, open: Pointer][]
  readonly bridge: Record<string, Pointer>
  /** The prelude as bytecode without line numbers, so that its frames and positions never show. */
  readonly prelude: Uint8Array[]
  /** The line of the script that a thread is at. */
  readonly locate: (thread: Pointer) => number | null
  /** A word of memory for results by reference. */
  readonly scratch: Pointer
  session: Session | null
  hookState: HookState | null
}

export function createMachine(lua: RawLua): Machine {
  const bytes = createBytes(lua)
  const meters = createMeters(lua)
  const machine: Machine = {
    lua,
    bytes,
    meters,
    libraries: registerLibraries(lua),
    bridge: registerBridge(
      lua,
      bytes,
      () => {
        if (!machine.session) throw new Error('Lua called out while no run was on')
        return machine.session
      },
      () => machine.hookState?.isExpired() ?? false,
    ),
    prelude: compilePrelude(lua, bytes, meters),
    locate: createLocate(lua, bytes),
    scratch: lua._malloc(8),
    session: null,
    hookState: null,
  }
  registerInterrupt(machine)
  return machine
}

/** LUA_MASKCOUNT: a hook that runs after so many instructions of Lua. */
const COUNT = 8

/**
 * Lets the engine look at the time every some microseconds. Past the limit a hook raises the end of the run's time at
 * the next instruction, where Lua is ready for an error; a hook that were always on would cost every instruction dearly.
 */
function registerInterrupt(machine: Machine): void {
  const { lua } = machine
  const raise = lua.addFunction((L: Pointer) => {
    lua._lua_sethook(L, 0, 0, 0)
    if (!machine.hookState) return undefined
    lua._lua_rawgeti(L, REGISTRY, BigInt(machine.hookState.sentinel))
    return void lua._lua_error(L)
  }, 'vii')
  lua._on_fuel_out.value = lua.addFunction((callInfo: Pointer) => {
    if (machine.hookState?.isExpired()) lua._lua_sethook(findThread(lua, callInfo), raise, COUNT, 1)
    return undefined
  }, 'vi')
}

/** The thread of a CallInfo: the first one of a thread lies in the thread itself. */
function findThread({ HEAPU32 }: RawLua, callInfo: Pointer): Pointer {
  let first = callInfo
  for (let before = first; before; before = HEAPU32[(first + CALL_INFO.previous) >> 2]!) first = before
  return first - STATE.baseCallInfo
}

function registerLibraries(lua: RawLua): [string, Pointer][] {
  const open: Record<string, (L: Pointer) => number> = {
    _G: (L) => lua._luaopen_base(L),
    coroutine: (L) => lua._luaopen_coroutine(L),
    table: (L) => lua._luaopen_table(L),
    string: (L) => lua._luaopen_string(L),
    utf8: (L) => lua._luaopen_utf8(L),
    math: (L) => lua._luaopen_math(L),
    os: (L) => lua._luaopen_os(L),
  }
  return Object.entries(open).map(([name, fn]) => [name, lua.addFunction(fn, 'ii')])
}

function compilePrelude(lua: RawLua, bytes: Bytes, meters: MemoryMeters): Uint8Array[] {
  const { id } = meters.begin(Number.MAX_SAFE_INTEGER)
  const L = lua._lua_newstate(meters.allocator, id)
  let parts: Uint8Array[] = []
  const writer = lua.addFunction((_L: Pointer, start: Pointer, size: number) => {
    parts.push(lua.HEAPU8.slice(start, start + size))
    return 0
  }, 'iiiii')
  const chunks = prelude.map(({ name, source }) => {
    if (bytes.load(L, source, `=${name}`, 't') !== STATUS.ok) throw new Error(`prelude: ${bytes.readText(L, -1)}`)
    parts = []
    lua._lua_dump(L, writer, 0, 1)
    lua._lua_settop(L, 0)
    return joinBytes(parts)
  })
  lua._lua_close(L)
  meters.end(id)
  return chunks
}
