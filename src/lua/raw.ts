// The part of wasmoon's module that the runtime uses: the C interface of Lua by pointers, and the heap.

/** Address in the module's memory: of a Lua state, a function slot or bytes. */
export type Pointer = number

/** A C function as Lua sees it: takes the state, answers how many results it pushed. */
export type CFunction = (L: Pointer) => number

/** Functions that the engine adds, for the C functions of which a state is given closures. */
export type EngineFunction =
  | 'call_upvalue'
  | 'call_resume'
  | 'call_wrapped'
  | 'call_yield'
  | 'call_on_values'
  | 'call_on_tables'
  | 'call_sort'
  | 'call_protected'
  | 'call_handled'
  | 'call_hiding'
  | 'call_gsub'
  | 'note_handled'

/** Where such a function goes on after a yield: (lua_State, status, context) → count of results. */
type Continuation = (L: Pointer, status: number, context: number) => number
export type EngineContinuation = 'return_all' | 'finish_protected' | 'finish_handled' | 'gsub_after_yield'

/**
 * Functions of the Lua 5.4 C interface, unwrapped: wasmoon's own wrappers end strings at the first NUL.
 * The heap views are replaced whenever the memory grows, so they are read anew after every call.
 */
export interface RawLua
  extends Record<`_${EngineFunction}`, CFunction>, Record<`_${EngineContinuation}`, Continuation> {
  readonly HEAPU8: Uint8Array
  readonly HEAPU32: Uint32Array
  /** What the engine adds (engine/functions.ts). How often Lua passes a place to interrupt it, until the next look. */
  readonly _fuel: WebAssembly.Global<'i32'>
  /** A function slot: called when a script is to be looked at. */
  readonly _on_fuel_out: WebAssembly.Global<'i32'>
  /** The slot of return_all. */
  readonly _continuation: WebAssembly.Global<'i32'>
  /** The slots of note_handled and finish_handled. */
  readonly _note_traceback: WebAssembly.Global<'i32'>
  readonly _handled_continuation: WebAssembly.Global<'i32'>
  /** The slot of finish_protected. */
  readonly _protected_continuation: WebAssembly.Global<'i32'>
  /** The slots of call_gsub and of gsub_after_yield. */
  readonly _gsub_slot: WebAssembly.Global<'i32'>
  readonly _gsub_continuation: WebAssembly.Global<'i32'>
  /** How many calls of functions by gsub may be on. */
  readonly _gsub_calls: WebAssembly.Global<'i32'>
  _meter_allocate(meter: Pointer, block: Pointer, oldBytes: number, newBytes: number): Pointer
  _is_inside_gsub(thread: Pointer): number
  addFunction(fn: (...args: never[]) => number | undefined, signature: string): Pointer
  _malloc(bytes: number): Pointer
  _realloc(block: Pointer, bytes: number): Pointer
  _free(block: Pointer): void
  _lua_newstate(allocator: Pointer, userData: number): Pointer
  _lua_close(L: Pointer): void
  _lua_newthread(L: Pointer): Pointer
  _lua_resume(thread: Pointer, from: Pointer, args: number, results: Pointer): number
  _lua_sethook(L: Pointer, hook: Pointer, mask: number, count: number): void
  _lua_gettop(L: Pointer): number
  _lua_settop(L: Pointer, index: number): void
  _lua_pushvalue(L: Pointer, index: number): void
  _lua_xmove(from: Pointer, to: Pointer, count: number): void
  _lua_type(L: Pointer, index: number): number
  _lua_tolstring(L: Pointer, index: number, length: Pointer): Pointer
  _lua_tonumberx(L: Pointer, index: number, isNumber: Pointer): number
  _lua_tocfunction(L: Pointer, index: number): Pointer
  _lua_tothread(L: Pointer, index: number): Pointer
  _lua_topointer(L: Pointer, index: number): Pointer
  _lua_pushnil(L: Pointer): void
  _lua_pushboolean(L: Pointer, value: number): void
  _lua_pushnumber(L: Pointer, value: number): void
  _lua_pushinteger(L: Pointer, value: bigint): void
  _lua_pushlstring(L: Pointer, bytes: Pointer, length: number): Pointer
  _lua_pushcclosure(L: Pointer, fn: Pointer, upvalues: number): void
  _lua_createtable(L: Pointer, items: number, fields: number): void
  _lua_setfield(L: Pointer, index: number, name: Pointer): void
  _lua_getfield(L: Pointer, index: number, name: Pointer): number
  _lua_rawgeti(L: Pointer, index: number, key: bigint): number
  _lua_getmetatable(L: Pointer, index: number): number
  _lua_rotate(L: Pointer, index: number, places: number): void
  _lua_callk(L: Pointer, args: number, results: number, context: number, k: Pointer): void
  _lua_pcallk(L: Pointer, args: number, results: number, handler: number, context: number, k: Pointer): number
  _lua_error(L: Pointer): number
  _lua_dump(L: Pointer, writer: Pointer, data: Pointer, strip: number): number
  _luaL_ref(L: Pointer, table: number): number
  _lua_getstack(L: Pointer, level: number, activation: Pointer): number
  _lua_getinfo(L: Pointer, what: Pointer, activation: Pointer): number
  _luaL_where(L: Pointer, level: number): void
  _luaL_traceback(L: Pointer, of: Pointer, message: Pointer, level: number): void
  _luaL_requiref(L: Pointer, name: Pointer, open: Pointer, global: number): void
  _luaL_loadbufferx(L: Pointer, bytes: Pointer, length: number, name: Pointer, mode: Pointer): number
  _luaopen_base(L: Pointer): number
  _luaopen_coroutine(L: Pointer): number
  _luaopen_table(L: Pointer): number
  _luaopen_string(L: Pointer): number
  _luaopen_utf8(L: Pointer): number
  _luaopen_math(L: Pointer): number
  _luaopen_os(L: Pointer): number
}

/** Pseudo-index of Lua's registry (LUA_REGISTRYINDEX). */
export const REGISTRY = -1_001_000

/** Pseudo-index of a C function's first upvalue: lua_upvalueindex(1). */
export const UPVALUE = REGISTRY - 1

/** As many results as there are (LUA_MULTRET). */
export const ALL_RESULTS = -1

/** Results of lua_resume, lua_pcall and luaL_loadbufferx (LUA_OK and so on). */
export const STATUS = { ok: 0, yield: 1, runtime: 2, syntax: 3, memory: 4, handler: 5 } as const

/** Results of lua_type that the runtime asks for. */
export const TYPE = { nil: 0, number: 3, string: 4, table: 5, function: 6, thread: 8 } as const

/** Places in lua_Debug, for 32 bits: its size, rounded up, and the fields that the runtime reads. */
export const ACTIVATION = { bytes: 128, name: 4, nameKind: 8, currentLine: 24, shortSource: 44 } as const

/**
 * Offsets in Lua's own lua_State, 32 bits: where the block of a thread's stack begins and where it is used up to, and
 * the innermost `<close>` variable on it; in units of a stack's place, how far it is from there to the next one out.
 */
export const THREAD = { top: 12, stack: 28, held: 36 } as const

/** A place of a stack: its size, its type, and, of a `<close>` variable, the distance to the next one out. */
export const PLACE = { bytes: 16, type: 8, distance: 10, mostDistance: 0xffff } as const
