// Makes the engine from wasmoon's module: the same Lua, with cheap time and memory limits and with quick errors.
import { readDecimal } from './decimals.ts'
import { call, F64, get, I32, load, set } from './instructions.ts'
import * as f from './functions.ts'
import { gsub, gsubAfterYield, isInsideGsub } from './gsub.ts'
import { gsubAdd } from './gsub-add.ts'
import { gsubLoop } from './gsub-loop.ts'
import { callHandled, finishHandled, noteTraceback } from './handled-calls.ts'
import { type Indices } from './indices.ts'
import { CALL_INFO, EXECUTE, FUNCTION, POSITION, STATE } from './layout.ts'
import { hideMetatables, markNothing } from './metatables.ts'
import { callProtected, finishProtected } from './protected-calls.ts'
import { readLength, readPosition } from './positions.ts'
import * as reentry from './reentry.ts'
import { replaceAll } from './replace.ts'
import { sortValues } from './sort.ts'
import * as yields from './yields.ts'
import * as w from './wasm-file.ts'

const FUNCTION_KIND = 0
const GLOBAL_KIND = 3

interface Added {
  /** Makes its body; is given that of luaV_execute too. */
  make(indices: Indices, execute: Uint8Array): Uint8Array
  /** How many words it takes, and how many values it answers: words too, where no type is named. */
  takes: number
  answers: number
  type?: number
}

/** Functions that the module gets beside its own. */
const ADDED = {
  refuel: { make: f.refuel, takes: 1, answers: 0 },
  interpret: { make: interrupt, takes: 2, answers: 0 },
  trace_or_leave: { make: reentry.traceOrLeave, takes: 2, answers: 1 },
  meter_allocate: { make: f.allocate, takes: 4, answers: 1 },
  call_on_values: { make: f.callOnValues, takes: 1, answers: 1 },
  call_on_tables: { make: f.callOnTables, takes: 1, answers: 1 },
  call_resume: { make: f.resume, takes: 1, answers: 1 },
  call_wrapped: { make: f.resumeWrapped, takes: 1, answers: 1 },
  call_yield: { make: f.yieldUnless, takes: 1, answers: 1 },
  call_upvalue: { make: f.callUpvalue, takes: 1, answers: 1 },
  call_sort: { make: sortValues, takes: 1, answers: 1 },
  call_protected: { make: callProtected, takes: 1, answers: 1 },
  finish_protected: { make: finishProtected, takes: 3, answers: 1 },
  call_handled: { make: callHandled, takes: 1, answers: 1 },
  finish_handled: { make: finishHandled, takes: 3, answers: 1 },
  note_handled: { make: noteTraceback, takes: 1, answers: 1 },
  call_hiding: { make: hideMetatables, takes: 1, answers: 1 },
  return_all: { make: f.returnAll, takes: 3, answers: 1 },
  call_gsub: { make: gsub, takes: 1, answers: 1 },
  gsub_loop: { make: gsubLoop, takes: 4, answers: 1 },
  gsub_add: { make: gsubAdd, takes: 5, answers: 1 },
  gsub_after_yield: { make: gsubAfterYield, takes: 3, answers: 1 },
  is_inside_gsub: { make: isInsideGsub, takes: 1, answers: 1 },
  read_decimal: { make: readDecimal, takes: 2, answers: 1, type: F64 },
} as const satisfies Record<string, Added>

/** Words that the module gets, with their values at first. */
const GLOBALS = {
  ...{ fuel: 1, on_fuel_out: 0, continuation: 0, enters_again: 0, yields: 0 },
  ...{ protected_continuation: 0, handled_continuation: 0, note_traceback: 0 },
  ...{ gsub_slot: 0, gsub_continuation: 0, gsub_calls: 0 },
} as const

/**
 * Returns the module with its edits.
 *
 * @param glue wasmoon's own glue.wasm, of exactly the version for which layout.ts was read off
 */
export function makeEngine(glue: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = w.readSections(glue)
  const find = (id: number) => sections.find((section) => section.id === id)!
  const append = (id: number, items: ArrayLike<number>[]) => {
    const { first, section } = w.appendItems(find(id), items)
    sections[sections.indexOf(find(id))] = section
    return first
  }

  const exported = readExports(find(w.SECTION.export))
  const imports = exported['__wasm_call_ctors']! - CONSTRUCTORS_BODY
  const bodies = w.readBodies(find(w.SECTION.code))
  const added = Object.values<Added>(ADDED)

  const signatures = [[1, 0], [2, 0], [1, 1], ...added.map(({ takes, answers, type = I32 }) => [takes, answers, type])]
  const [takesOne, takesTwo, cFunction, ...types] = listFrom(
    append(w.SECTION.type, signatures.map(writeType)),
    signatures.length,
  )
  append(w.SECTION.function, types.map(w.writeCount))
  const functions = nameFrom(ADDED, imports + bodies.length)
  const globals = nameFrom(GLOBALS, append(w.SECTION.global, Object.values(GLOBALS).map(writeGlobal)))
  append(w.SECTION.export, [...writeExports(FUNCTION_KIND, functions), ...writeExports(GLOBAL_KIND, globals)])
  sections.splice(sections.indexOf(find(w.SECTION.global)), 0, {
    id: w.SECTION.tag,
    bytes: Uint8Array.of(1, 0, takesOne!),
  })

  const indices: Indices = {
    functions: { ...(exported as Indices['functions']), ...FUNCTION, ...functions },
    globals,
    types: { takesOne: takesOne!, takesTwo: takesTwo!, cFunction: cFunction! },
    tag: 0,
  }
  bodies.push(...added.map(({ make }) => make(indices, bodies[FUNCTION.luaV_execute - imports]!)))
  const edit = (index: number, change: (indices: Indices, body: Uint8Array) => Uint8Array) => {
    bodies[index - imports] = change(indices, bodies[index - imports]!)
  }
  edit(FUNCTION.luaD_rawrunprotected, f.runProtected)
  edit(FUNCTION.luaC_checkfinalizer, markNothing)
  edit(FUNCTION.luaO_str2num, readDecimals)
  edit(FUNCTION.emscripten_longjmp, f.throwTo)
  edit(FUNCTION.luaV_execute, reentry.execute)
  edit(FUNCTION.precallC, yields.keepFrame)
  edit(FUNCTION.unroll, yields.stopUnrolling)
  for (const name of Object.keys(POSITION) as (keyof typeof POSITION)[]) {
    edit(FUNCTION[name], readPosition(POSITION[name]))
  }
  edit(FUNCTION.str_unpack, readLength(POSITION.str_unpack))
  sections[sections.indexOf(find(w.SECTION.code))] = w.writeBodies(bodies)
  return w.writeSections(glue, sections)
}

/** How many bodies stand before that of `__wasm_call_ctors`, which the compiler puts first. */
const CONSTRUCTORS_BODY = 0

/** How often the interpreter reads its trap from memory, and how often it calls luaG_traceexec, by the local it passes. */
const TRAPS = 47
const TRACES = [
  { local: EXECUTE.counter, times: 49 },
  { local: EXECUTE.oldCounter, times: 29 },
] as const

/**
 * (lua_State, CallInfo): luaV_execute, which burns fuel wherever it reads its trap from memory, and where a function
 * begins, and which may end, to be called again, where it traces.
 */
function interrupt(indices: Indices, original: Uint8Array): Uint8Array {
  const { luaG_traceexec, trace_or_leave } = indices.functions
  const trap = [get(EXECUTE.callInfo), load(CALL_INFO.trap)].flat()
  const takeUp = [get(EXECUTE.state), load(STATE.hookMask), set(EXECUTE.trap)]
  const begin = [...takeUp, get(EXECUTE.given), set(EXECUTE.callInfo)].flat()
  let body = replaceAll(original, trap, [f.burn(indices, EXECUTE.callInfo), trap].flat(), TRAPS)
  body = replaceAll(body, begin, [f.burn(indices, EXECUTE.given), begin].flat(), 1)
  for (const { local, times } of TRACES) {
    const given = [get(EXECUTE.state), get(local)]
    const trace = [...given, call(trace_or_leave), reentry.leaveInterpreter(indices)].flat()
    body = replaceAll(body, [...given, call(luaG_traceexec)].flat(), trace, times)
  }
  return body
}

/** How often luaO_str2num calls strtod: again with the decimal point of the locale, where the first did not do. */
const STRTOD_CALLS = 2

/** luaO_str2num, for which `read_decimal` stands in for strtod. */
const readDecimals = ({ functions }: Indices, body: Uint8Array) =>
  replaceAll(body, call(functions.strtod), call(functions.read_decimal), STRTOD_CALLS)

function readExports({ bytes }: w.Section): Record<string, number> {
  const exported: Record<string, number> = {}
  for (let { next: at } = w.readCount(bytes, 0); at < bytes.length;) {
    const { value: length, next } = w.readCount(bytes, at)
    const name = new TextDecoder().decode(bytes.subarray(next, next + length))
    const index = w.readCount(bytes, next + length + 1)
    if (bytes[next + length] === FUNCTION_KIND) exported[name] = index.value
    at = index.next
  }
  return exported
}

function nameFrom<Name extends string>(named: Record<Name, unknown>, first: number): Record<Name, number> {
  return Object.fromEntries(Object.keys(named).map((name, at) => [name, first + at])) as Record<Name, number>
}

const listFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at)
const many = (count: number, type: number) => [count, ...Array.from({ length: count }, () => type)]
const writeType = ([takes, answers, type = I32]: number[]) => [0x60, ...many(takes!, I32), ...many(answers!, type)]
const writeGlobal = (value: number) => [I32, 1, 0x41, ...w.writeSigned(value), 0x0b]
const writeExports = (kind: number, named: Record<string, number>) =>
  Object.entries(named).map(([name, index]) => [
    ...w.writeSized(new TextEncoder().encode(name)),
    ...[kind, ...w.writeCount(index)],
  ])
