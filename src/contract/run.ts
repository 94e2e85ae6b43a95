// One run of a script: its inputs, what it came to, and the problem of a script that does not parse.
import * as z from './zod.ts'
import { CatalogIndex } from './catalog.ts'
import { CallError } from './errors.ts'

/** Limits that a run is given; see src/contract/limits.ts. Bytes, milliseconds and counts. */
export const RunLimits = z.object({
  sourceBytes: z.number().int().positive(),
  memoryBytes: z.number().int().positive(),
  cpuMs: z.number().positive(),
  wallMs: z.number().positive(),
  outputBytes: z.number().int().positive(),
  outputLines: z.number().int().positive(),
  callsPerRun: z.number().int().positive(),
  depth: z.number().int().positive(),
})
export type RunLimits = z.infer<typeof RunLimits>

/** A Live run that the server has opened, and when it takes no more calls, as ISO 8601. */
export const StartedRun = z.object({ run: z.string(), expiresAt: z.string() })
export type StartedRun = z.infer<typeof StartedRun>

/** All that a run depends on. The same inputs and replies give the same output. */
export const RunInputs = z.object({
  source: z.string(),
  index: CatalogIndex,
  /** Milliseconds since 1970 that os.time() starts from; null for the real clock. */
  clock: z.number().nullable(),
  /** Seed of math.random and of string hashing; null for a random one. */
  seed: z.number().int().nonnegative().nullable(),
  limits: RunLimits,
  /** Live only: names of the user's accounts, by integration. Any name may be called; `pairs` lists these. */
  accounts: z.record(z.string(), z.array(z.string())).optional(),
})
export type RunInputs = z.infer<typeof RunInputs>

/** A line of a traceback; line 0 where Lua does not know it. */
export const TraceLine = z.object({ line: z.number().int().nonnegative(), text: z.string() })
export type TraceLine = z.infer<typeof TraceLine>

/** Why a run ended early. `syntax` and `script` are Lua's own; the rest carries a call error. */
export const RunProblem = z.object({
  kind: z.enum(['syntax', 'script', 'limit', 'stopped', 'crashed']),
  /** As Lua prints it: `main.lua:3: attempt to index a nil value (local 'x')`. */
  message: z.string(),
  /** Line in main.lua, 1-based; null when unknown. */
  line: z.number().int().positive().nullable(),
  /** Column in that line, 1-based: of the word that the message names, where it stands there once. */
  column: z.number().int().positive().nullable(),
  traceback: z.array(TraceLine),
  /** Set when a call failed and the script did not catch it, and for limits. */
  error: CallError.nullable(),
})
export type RunProblem = z.infer<typeof RunProblem>

/** A problem without a place in the script. */
export function createProblem(kind: RunProblem['kind'], message: string, error: CallError | null = null): RunProblem {
  return { kind, message, line: null, column: null, traceback: [], error }
}

export const RunResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Each returned value: as `dump` shows it, and as JSON text where it has one. */
    values: z.array(z.object({ text: z.string(), json: z.string().nullable() })),
    memoryBytes: z.number(),
    cpuMs: z.number(),
  }),
  z.object({ ok: z.literal(false), problem: RunProblem, memoryBytes: z.number(), cpuMs: z.number() }),
])
export type RunResult = z.infer<typeof RunResult>
