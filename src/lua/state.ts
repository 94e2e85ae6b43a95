// A fresh Lua state for one run: filtered libraries, the prelude, a thread that is ready to be resumed.
import { LIMITS } from '../contract/limits.ts'
import { type Machine } from './machine.ts'
import { type MemoryMeter } from './memory.ts'
import { type Pointer, REGISTRY, STATUS } from './raw.ts'

export interface LuaState {
  readonly L: Pointer
  readonly meter: MemoryMeter
  /** Address of the value that the prelude yields when it asks something of the host. */
  request: Pointer
  /** Registry key of the value that the hook raises at a time limit. */
  expiry: number
  close(): void
}

/** Allocates an empty state. `seed` decides its string hashes, and so the order of `pairs`. */
export function openState(machine: Machine, memoryBytes: number, seed: number): LuaState {
  const { lua, meters } = machine
  const { id, meter } = meters.begin(memoryBytes)
  const L = withTime(seed, () => lua._lua_newstate(meters.allocator, id))
  if (!L) throw new Error('no memory for a Lua state')
  return {
    L,
    meter,
    request: 0,
    expiry: 0,
    close() {
      lua._lua_close(L)
      meters.end(id)
    },
  }
}

/** Opens the libraries and runs the prelude; leaves the prelude's `start` function on the stack. */
export function openLibraries(machine: Machine, state: LuaState, numbers: Record<'seed' | 'depth', number>): void {
  const { lua, bytes } = machine
  const { L } = state
  lua._gsub_calls.value = 0
  for (const [name, open] of machine.libraries) {
    lua._luaL_requiref(L, bytes.name(name), open, 1)
    lua._lua_settop(L, 0)
  }
  const [host, core] = [1, 2]
  lua._lua_createtable(L, 0, 0)
  for (const [name, fn] of Object.entries(machine.bridge)) {
    lua._lua_pushcclosure(L, fn, 0)
    lua._lua_setfield(L, host, bytes.name(name))
  }
  lua._lua_createtable(L, 0, 0)
  state.request = addSentinel(machine, L, core, 'REQUEST').pointer
  state.expiry = addSentinel(machine, L, core, 'EXPIRED').key
  for (const [name, value] of Object.entries({ ...numbers, requestBytes: LIMITS.requestBytes })) {
    lua._lua_pushinteger(L, BigInt(value))
    lua._lua_setfield(L, core, bytes.name(name))
  }
  for (const chunk of machine.prelude) {
    if (bytes.load(L, chunk, '=prelude', 'b') !== STATUS.ok) throw new Error(`prelude: ${bytes.readText(L, -1)}`)
    lua._lua_pushvalue(L, host)
    lua._lua_pushvalue(L, core)
    if (lua._lua_pcallk(L, 2, 0, 0, 0, 0) !== STATUS.ok) throw new Error(`prelude: ${bytes.readText(L, -1)}`)
  }
  lua._lua_getfield(L, core, bytes.name('start'))
}

/** A private table that the prelude and the driver know each other by; nothing in Lua can make its like. */
function addSentinel({ lua, bytes }: Machine, L: Pointer, core: number, name: string) {
  lua._lua_createtable(L, 0, 0)
  const pointer = lua._lua_topointer(L, -1)
  lua._lua_pushvalue(L, -1)
  const key = lua._luaL_ref(L, REGISTRY)
  lua._lua_setfield(L, core, bytes.name(name))
  return { pointer, key }
}

/** Lua takes the seed of its hashes from the clock (luai_makeseed): for that moment the clock says the seed. */
function withTime<T>(seconds: number, make: () => T): T {
  const { now } = Date
  Date.now = () => seconds * 1000
  try {
    return make()
  } finally {
    Date.now = now
  }
}
