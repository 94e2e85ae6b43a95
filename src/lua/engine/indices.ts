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
    | 'lua_rawgeti'
    | 'lua_rawlen'
    | 'lua_rawequal'
    | 'lua_pushnil'
    | 'lua_tocfunction'
    | 'lua_pushvalue'
    | 'lua_rotate'
    | 'lua_callk'
    | 'lua_pcallk'
    | 'lua_error'
    | 'lua_pushboolean'
    | 'luaL_checkany'
    | 'luaL_checktype'
    | 'luaL_traceback'
    | 'lua_createtable'
    | 'lua_pushcclosure'
    | 'lua_rawseti'
    | 'finish_handled'
    | 'finish_protected'
    | 'lua_copy'
    | 'lua_isstring'
    | 'lua_newuserdatauv'
    | 'lua_pushinteger'
    | 'lua_tolstring'
    | 'lua_touserdata'
    | 'lua_typename'
    | 'luaL_addlstring'
    | 'luaL_checklstring'
    | 'luaL_checkstack'
    | 'luaL_error'
    | 'luaL_optinteger'
    | 'luaL_pushresult'
    | 'unpackint'
    | 'match'
    | 'push_onecapture'
    | 'call_upvalue'
    | 'refuel'
    | 'interpret'
    | 'trace_or_leave'
    | 'luaG_traceexec'
    | 'luaD_poscall'
    | 'strtod'
    | 'read_decimal'
    | 'gsub_loop'
    | 'gsub_add'
    | 'is_inside_gsub',
    number
  >
  globals: Record<
    | 'fuel'
    | 'on_fuel_out'
    | 'continuation'
    | 'enters_again'
    | 'yields'
    | 'protected_continuation'
    | 'note_traceback'
    | 'handled_continuation'
    | 'gsub_slot'
    | 'gsub_continuation'
    | 'gsub_calls',
    number
  >
  types: Record<'takesOne' | 'takesTwo' | 'cFunction', number>
  tag: number
}
