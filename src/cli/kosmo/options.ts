// The options of every command, read by Node's own parser.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { MOST } from '../../contract/limits.ts'
import { type RunLimits } from '../../contract/run.ts'
import { type Meta } from './envelope.ts'
import { UsageError } from './io.ts'

/** Below this, nothing could run at all. */
const LEAST = { memoryBytes: 1 << 20, cpuSeconds: 0.001 }

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const COMMON = { json: flag, demo: flag, help: { ...flag, short: 'h' } } as const
const SENDING = { force: flag, 'dry-run': flag } as const
const LIMITED = { 'memory-limit': text, 'cpu-limit': text } as const

/** What each command takes beside its arguments. */
export const OPTIONS = {
  lua: { ...COMMON, ...SENDING, ...LIMITED, eval: { ...text, short: 'e' } },
  call: { ...COMMON, ...SENDING, account: text, arg: { ...text, multiple: true } },
  read: { json: flag, help: { ...flag, short: 'h' } },
  serve: { ...SENDING, ...LIMITED, demo: flag, help: { ...flag, short: 'h' } },
} as const satisfies Record<string, ParseArgsOptionsConfig>

export type Options<Kind extends keyof typeof OPTIONS> = ReturnType<typeof readOptions<Kind>>

/** @throws UsageError naming the option that is not known or lacks its value */
export function readOptions<Kind extends keyof typeof OPTIONS>(kind: Kind, argv: string[]) {
  try {
    const parsed = parseArgs({ args: argv, options: OPTIONS[kind], allowPositionals: true, strict: true, tokens: true })
    refuseTwice(parsed.tokens)
    return parsed
  } catch (error) {
    if (error instanceof UsageError) throw error
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]!
    const unclear = /^Option '(?:-\w, )?(--?[\w-]+)[^']*' argument is ambiguous/
      .exec(message)?.[1]
      ?.replace(/^-e$/, '--eval')
    if (unclear) throw new UsageError(`${unclear} needs a value; one that begins with - is written ${unclear}=-….`)
    throw new UsageError(`${message.replace(/(\. To specify a positional.*|\.)$/, '')}.`)
  }
}

/** Node's parser takes the last of them, and the others would be gone without a word. */
function refuseTwice(tokens: { kind: string; name?: string; value?: unknown }[]): void {
  const given = new Set<string>()
  for (const { kind, name, value } of tokens) {
    if (kind !== 'option' || value === undefined || name === undefined || name === 'arg') continue
    if (given.has(name)) throw new UsageError(`--${name} stands there twice.`)
    given.add(name)
  }
}

/** How the calls of a command are answered. */
export function readMeta(values: { demo?: boolean; 'dry-run'?: boolean; force?: boolean }): Meta {
  return { demo: values.demo ?? false, dryRun: values['dry-run'] ?? false, force: values.force ?? false }
}

/**
 * The limits that were given; the others stay as they are.
 *
 * @throws UsageError naming the option that is no number, or out of its bounds
 */
export function readLimits(values: { 'memory-limit'?: string; 'cpu-limit'?: string }): Partial<RunLimits> {
  const bytes = readLimit('memory-limit', values['memory-limit'], LEAST.memoryBytes, MOST.memoryBytes)
  const seconds = readLimit('cpu-limit', values['cpu-limit'], LEAST.cpuSeconds, MOST.cpuMs / 1000)
  return { ...(bytes && { memoryBytes: Math.floor(bytes) }), ...(seconds && { cpuMs: seconds * 1000 }) }
}

function readLimit(name: string, given: string | undefined, least: number, most: number): number | undefined {
  if (given === undefined) return undefined
  const value = given.trim() ? Number(given) : NaN
  if (value >= least && value <= most) return value
  throw new UsageError(`--${name} must be a number from ${least} to ${most}, not "${given}".`)
}
