// The options of every command, read by Node's own parser.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UsageError } from './io.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const COMMON = { json: flag, demo: flag, help: { ...flag, short: 'h' } } as const
const SENDING = { force: flag, 'dry-run': flag } as const

/** What each command takes beside its arguments. */
export const OPTIONS = {
  lua: { ...COMMON, ...SENDING, eval: { ...text, short: 'e' }, 'memory-limit': text, 'cpu-limit': text },
  call: { ...COMMON, ...SENDING, account: text, arg: { ...text, multiple: true } },
  read: { json: flag, help: { ...flag, short: 'h' } },
  serve: { demo: flag, force: flag, help: { ...flag, short: 'h' } },
} as const satisfies Record<string, ParseArgsOptionsConfig>

export type Options<Kind extends keyof typeof OPTIONS> = ReturnType<typeof readOptions<Kind>>

/** @throws UsageError naming the option that is not known or lacks its value */
export function readOptions<Kind extends keyof typeof OPTIONS>(kind: Kind, argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS[kind], allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${message.split('\n')[0]!.replace(/\. To specify a positional.*$/, '')}.`)
  }
}

/** A limit given as a number from `least` to `most`; undefined when it was not given. */
export function readLimit(name: string, given: string | undefined, least: number, most: number): number | undefined {
  if (given === undefined) return undefined
  const value = given.trim() ? Number(given) : NaN
  if (value >= least && value <= most) return value
  throw new UsageError(`--${name} must be a number from ${least} to ${most}, not "${given}".`)
}
