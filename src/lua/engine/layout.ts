// Where things lie in the memory and in the functions of wasmoon's own build of Lua 5.4, for 32 bits.

/** Offsets in lua_State; more of them in raw.ts. */
export const STATE = { status: 6, callInfo: 20, errorJump: 48, baseCallInfo: 52, cCalls: 96, hookMask: 112 } as const

/**
 * Offsets in CallInfo. Of a function of Lua: `trap`, where it looks whether it is to be interrupted. Of one of C: the
 * continuation, and how many values it yields. The status, of two bytes, has `isC` for the latter.
 */
export const CALL_INFO = {
  ...{ function: 0, previous: 8, status: 34, isC: 2 },
  ...{ savedPc: 16, trap: 20 },
  ...{ continuation: 16, yielded: 28 },
} as const

/** The instruction that calls a function. */
export const OP_CALL = 68

/**
 * The frame of luaD_rawrunprotected on the C stack: its lua_longjmp, with the buffer that setjmp would have filled; there
 * the engine keeps how deep calls were.
 */
export const PROTECTION = { bytes: 176, jump: 12, buffer: 16, cCalls: 24, status: 172 } as const

/** Offsets in the engine's own meter of a state's memory, see src/lua/memory.ts. */
export const METER = { used: 0, peak: 4, limit: 8, first: 12, onRefused: 16, bytes: 20 } as const

/** Offsets in a closure of C: the slot of its function, its upvalues. The type of a value that is one, see PLACE in raw.ts. */
export const C_CLOSURE = { slot: 12, upvalues: 16, type: 102 } as const

/** Offset in a table. */
export const TABLE = { metatable: 24 } as const

/** What of the byte for the type of a value says the type as lua_type names it. */
export const TYPE_BITS = 15

/** Offsets in MatchState, the state of one match of a pattern, and how deep a match may go in C. */
export const MATCH = {
  ...{ bytes: 280, text: 0, textEnd: 4, patternEnd: 8, state: 12, depthLeft: 16, captures: 20, mostDepth: 200 },
} as const

/** Offsets in luaL_Buffer; the bytes with which it begins follow. */
export const BUFFER = { bytes: 16, content: 0, size: 4, used: 8, state: 12 } as const

/** Addresses of texts for errors. */
export const TEXT = { tooManyCaptures: 2139, invalidReplacement: 7688 } as const

/** Indices of functions that the file does not name. */
export const FUNCTION = {
  luaL_error: 120,
  luaG_traceexec: 280,
  luaD_rawrunprotected: 283,
  luaD_poscall: 291,
  precallC: 292,
  unroll: 298,
  luaC_checkfinalizer: 318,
  luaO_str2num: 428,
  str_byte: 487,
  str_find_aux: 492,
  gmatch: 494,
  match: 497,
  push_onecapture: 498,
  str_sub: 504,
  str_unpack: 509,
  unpackint: 510,
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

/** Locals that hold a whole number which is to be a position in a string, of the functions that take one. */
export const POSITION = { str_byte: 1, str_find_aux: 10, gmatch: 8, str_sub: 1, str_unpack: 9 } as const

/** The pointer of the C stack, a global. */
export const STACK_POINTER = 0
