// Where the functions that the engine edits or adds find the others.

/** Lua's own functions by their names in C, and what the engine adds, as indices. */
export interface Indices {
  functions: Record<
    | 'free'
    | 'realloc'
    | 'lua_gettop'
    | 'lua_settop'
    | 'lua_type'
    | 'lua_getmetatable'
    | 'lua_toboolean'
    | 'lua_pushthread'
    | 'lua_rawget'
    | 'lua_rawequal'
    | 'lua_pushnil'
    | 'lua_tocfunction'
    | 'lua_pushvalue'
    | 'lua_rotate'
    | 'lua_callk'
    | 'call_upvalue'
    | 'refuel'
    | 'interpret'
    | 'trace_or_leave'
    | 'luaG_traceexec'
    | 'luaD_poscall'
    | 'strtod'
    | 'read_decimal',
    number
  >
  globals: Record<'fuel' | 'on_fuel_out' | 'continuation' | 'enters_again' | 'yields', number>
  types: Record<'takesOne' | 'takesTwo' | 'cFunction', number>
  tag: number
}
