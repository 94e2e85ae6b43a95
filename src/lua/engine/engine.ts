// Makes the engine from wasmoon's module: the same Lua, with cheap time and memory limits and with quick errors.
import { type Code, get, I32, load, set } from './instructions.ts'
import * as f from './functions.ts'
import { CALL_INFO, FUNCTION, STATE } from './layout.ts'
import * as w from './wasm-file.ts'

const FUNCTION_KIND = 0
const GLOBAL_KIND = 3

/** Functions that the module gets beside its own, with the numbers of words that they take and answer. */
const ADDED = {
  refuel: { make: f.refuel, takes: 1, answers: 0 },
  meter_allocate: { make: f.allocate, takes: 4, answers: 1 },
  call_on_values: { make: f.callOnValues, takes: 1, answers: 1 },
  call_on_tables: { make: f.callOnTables, takes: 1, answers: 1 },
  call_resume: { make: f.resume, takes: 1, answers: 1 },
  call_wrapped: { make: f.resumeWrapped, takes: 1, answers: 1 },
  call_yield: { make: f.yieldUnless, takes: 1, answers: 1 },
  call_upvalue: { make: f.callUpvalue, takes: 1, answers: 1 },
  return_all: { make: f.returnAll, takes: 3, answers: 1 },
} as const

const GLOBALS = ['fuel', 'on_fuel_out', 'continuation'] as const

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
  const imports = exported.get('__wasm_call_ctors')! - CONSTRUCTORS_BODY
  const bodies = w.readBodies(find(w.SECTION.code))
  const added = Object.values(ADDED)

  const signatures = [[1, 0], [2, 0], [1, 1], ...added.map(({ takes, answers }) => [takes, answers])]
  const [takesOne, takesTwo, cFunction, ...types] = listFrom(
    append(w.SECTION.type, signatures.map(writeType)),
    signatures.length,
  )
  const [fuel, onFuelOut, continuation] = listFrom(
    append(
      w.SECTION.global,
      GLOBALS.map(() => writeGlobal(1)),
    ),
    3,
  )
  const [refuel, ...callable] = listFrom(imports + bodies.length, added.length)
  append(w.SECTION.function, types.map(w.writeCount))
  append(w.SECTION.export, [
    ...callable.map((index, at) => writeExport(Object.keys(ADDED)[at + 1]!, FUNCTION_KIND, index)),
    ...[fuel!, onFuelOut!, continuation!].map((index, at) => writeExport(GLOBALS[at]!, GLOBAL_KIND, index)),
  ])
  sections.splice(sections.indexOf(find(w.SECTION.global)), 0, {
    id: w.SECTION.tag,
    bytes: Uint8Array.of(1, 0, takesOne!),
  })

  const indices: f.Indices = {
    functions: {
      ...(Object.fromEntries(exported) as f.Indices['functions']),
      refuel: refuel!,
      call_upvalue: refuel! + Object.keys(ADDED).indexOf('call_upvalue'),
    },
    globals: {
      fuel: fuel!,
      on_fuel_out: onFuelOut!,
      continuation: continuation!,
    },
    types: { takesOne: takesOne!, takesTwo: takesTwo!, cFunction: cFunction! },
    tag: 0,
  }
  const edit = (index: number, change: (body: Uint8Array) => Uint8Array) => {
    bodies[index - imports] = change(bodies[index - imports]!)
  }
  edit(FUNCTION.luaD_rawrunprotected, () => f.runProtected(indices))
  edit(FUNCTION.emscripten_longjmp, () => f.throwTo(indices))
  edit(FUNCTION.luaV_execute, (body) => interrupt(body, indices))
  bodies.push(...added.map(({ make }) => make(indices)))
  sections[sections.indexOf(find(w.SECTION.code))] = w.writeBodies(bodies)
  return w.writeSections(glue, sections)
}

/** How many bodies stand before that of `__wasm_call_ctors`, which the compiler puts first. */
const CONSTRUCTORS_BODY = 0

/** Locals of luaV_execute: its state, the CallInfo that it was given, the trap, and the CallInfo that it is at. */
const LOCAL = { state: 0, given: 1, trap: 3, callInfo: 7 } as const
const TRAPS = 47

/** luaV_execute, which burns fuel wherever it reads its trap from memory, and where a function begins. */
function interrupt(body: Uint8Array, indices: f.Indices): Uint8Array {
  const trap = [get(LOCAL.callInfo), load(CALL_INFO.trap)].flat()
  const begin = [get(LOCAL.state), load(STATE.hookMask), set(LOCAL.trap), get(LOCAL.given), set(LOCAL.callInfo)].flat()
  const burnAtTrap = [f.burn(indices, LOCAL.callInfo), trap].flat()
  const burnAtBegin = [f.burn(indices, LOCAL.given), begin].flat()
  return replaceAll(replaceAll(body, trap, burnAtTrap, TRAPS), begin, burnAtBegin, 1)
}

/** @throws Error when the code does not stand there as often as it should */
export function replaceAll(body: Uint8Array, from: Code, to: Code, times: number): Uint8Array {
  const parts: ArrayLike<number>[] = []
  let kept = 0
  for (let at = 0; at <= body.length - from.length; at++) {
    if (!from.every((byte, i) => body[at + i] === byte)) continue
    parts.push(body.subarray(kept, at), to)
    at += from.length - 1
    kept = at + 1
  }
  if (parts.length !== 2 * times) throw new Error(`the code stands there ${parts.length / 2} times, not ${times}`)
  return w.join([...parts, body.subarray(kept)])
}

function readExports({ bytes }: w.Section): Map<string, number> {
  const exported = new Map<string, number>()
  for (let { next: at } = w.readCount(bytes, 0); at < bytes.length;) {
    const { value: length, next } = w.readCount(bytes, at)
    const name = new TextDecoder().decode(bytes.subarray(next, next + length))
    const index = w.readCount(bytes, next + length + 1)
    if (bytes[next + length] === FUNCTION_KIND) exported.set(name, index.value)
    at = index.next
  }
  return exported
}

const listFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at)
const words = (count: number) => [count, ...Array.from({ length: count }, () => I32)]
const writeType = ([takes, answers]: number[]) => [0x60, ...words(takes!), ...words(answers!)]
const writeGlobal = (value: number) => [I32, 1, 0x41, ...w.writeSigned(value), 0x0b]
const writeExport = (name: string, kind: number, index: number) => [
  ...w.writeSized(new TextEncoder().encode(name)),
  ...[kind, ...w.writeCount(index)],
]
