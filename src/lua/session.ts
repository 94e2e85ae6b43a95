// What one run holds while it goes on: the clocks, the counters and what passes between the driver and Lua.
import { type CatalogIndex } from '../contract/catalog.ts'
import { type RunInputs, type RunLimits, type RunResult } from '../contract/run.ts'
import { type CallError } from '../contract/errors.ts'
import { type HostOperation, type HostReply } from '../contract/host.ts'
import { spellFunction } from '../contract/names.ts'
import { type MemoryMeter } from './memory.ts'
import { createOutput } from './output.ts'
import { createClock, type Stopwatch } from './stopwatch.ts'

/** What a plain Lua file on the command line has besides; no other run has files. */
export interface FileAccess {
  /** The file that runs, as it was named, and its folder. */
  script: string
  folder: string
  /** Where the command was typed; paths are read from there. */
  home: string
  /** Lua statements to run before the file, in the same state. */
  statements: string
  /** The bytes of another Lua file, or the reason why there are none. Given where the run is. */
  read?(path: string): Uint8Array | { reason: string }
}

/** The inputs of a run; a file of the command line comes as its bytes, which need not be UTF-8. */
export type ScriptInputs = Omit<RunInputs, 'source'> & { source: string | Uint8Array; files?: FileAccess }

export type LimitCode = 'memory_limit' | 'cpu_limit' | 'wall_limit'

/** The most values that a run hands back: each is a part of a message that others have to read. */
const MOST_VALUES = 10_000

/** What Lua asked of the host and yielded for. */
export interface Request {
  operation: HostOperation
  payload: string
}

/** How the script ended, as the prelude reports it. */
export interface Failure {
  message: string
  /** Lines of the traceback, prelude frames left out. */
  trace: string
  error: CallError | null
}

/** See RunResult. */
export type ReturnedValue = (RunResult & { ok: true })['values'][number]

export interface Session {
  readonly limits: RunLimits
  readonly meter: MemoryMeter
  readonly files: FileAccess | null
  /** JSON text of what the prelude needs of the catalog index. */
  readIndex(): string
  write(text: string): void
  /** Milliseconds since 1970, pinned or real. */
  now(): number
  /** Milliseconds of computing, pinned or real. */
  computed(): number
  calls: number
  /** Calls and questions to the documentation. */
  asks: number
  request: Request | null
  reply: HostReply | null
  readonly values: ReturnedValue[]
  /** Takes one value that the script returned, as text and as JSON where it has one. */
  addValue(text: string, json: string | null): void
  failure: Failure | null
  /** Set once a time limit was reached; from then on the hook raises at every turn. */
  expired: LimitCode | null
  /** The line at which memory or time ran out, where Lua could not say it any more. */
  limitLine: number | null
}

export function createSession(
  inputs: ScriptInputs,
  meter: MemoryMeter,
  stopwatch: Stopwatch,
  output: (text: string) => void,
): Session {
  const { limits } = inputs
  const values: ReturnedValue[] = []
  let room = limits.outputBytes
  let isFull = false
  return {
    limits,
    meter,
    files: inputs.files ?? null,
    readIndex: () => JSON.stringify(trimIndex(inputs.index, inputs.accounts)),
    write: createOutput(limits, output),
    ...createClock(inputs.clock, stopwatch),
    calls: 0,
    asks: 0,
    request: null,
    reply: null,
    values,
    addValue(text, json) {
      // Returned values count like output, each list of them on its own.
      if (isFull) return
      isFull = room <= 0 || values.length === MOST_VALUES
      if (isFull) {
        values.push({ text: '… (further values cut)', json: null })
        return
      }
      const fits = text.length + (json?.length ?? 0) <= room
      values.push(fits ? { text, json } : { text: shorten(text, room), json: null })
      room -= fits ? text.length + (json?.length ?? 0) + 1 : room
    },
    failure: null,
    expired: null,
    limitLine: null,
  }
}

/** Cuts a text, and says so, where it is longer than it may be. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (cut at ${length} characters)`
}

/** Names and spellings only: every run that touches `app` decodes this in Lua. */
function trimIndex(index: CatalogIndex, accounts: ScriptInputs['accounts'] = {}) {
  return index.integrations.map(({ slug, namespaces, functions }) => ({
    slug,
    namespaces,
    accounts: accounts[slug]?.filter((name) => name !== 'default') ?? [],
    functions: functions.map((fn) => ({
      name: fn.name,
      spellings: spellFunction(namespaces, fn),
      arguments: fn.arguments,
      tables: fn.tables,
    })),
  }))
}
