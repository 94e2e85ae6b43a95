// Where things lie in the memory and in the functions of wasmoon's own build of Lua 5.4, for 32 bits.

/** Offsets in lua_State; more of them in raw.ts. */
export const STATE = { callInfo: 20, errorJump: 48, baseCallInfo: 52, cCalls: 96, hookMask: 112 } as const

/** Offsets in CallInfo; `trap` is where a function of Lua looks whether it is to be interrupted. */
export const CALL_INFO = { previous: 8, savedPc: 16, trap: 20 } as const

/** The frame of luaD_rawrunprotected on the C stack: its lua_longjmp, with the buffer that setjmp would have filled. */
export const PROTECTION = { bytes: 176, jump: 12, buffer: 16, status: 172 } as const

/** Offsets in the engine's own meter of a state's memory, see src/lua/memory.ts. */
export const METER = { used: 0, peak: 4, limit: 8, first: 12, onRefused: 16, bytes: 20 } as const

/** Indices of functions that the file does not name. */
export const FUNCTION = {
  luaG_traceexec: 280,
  luaD_rawrunprotected: 283,
  luaC_checkfinalizer: 318,
  luaO_str2num: 428,
  luaV_execute: 575,
  strtod: 640,
  emscripten_longjmp: 669,
} as const

/**
 * Locals of luaV_execute: its state, the CallInfo that it was given, which holds the program counter of before later,
 * that counter, which holds the trap at first, the CallInfo that it is at, and its frame on the C stack, of that size.
 */
export const EXECUTE = {
  ...{ state: 0, given: 1, oldCounter: 1, counter: 3, trap: 3, callInfo: 7 },
  ...{ frame: 14, frameBytes: 48 },
} as const

/** The pointer of the C stack, a global. */
export const STACK_POINTER = 0
