// An example of an integration: a Lua file with a short head, and the recording of its run beside it.
import { z } from 'zod'
import { Effect } from '../contract/effect.ts'
import { RequestView } from '../contract/http.ts'

/** What a recorded run printed, called and returned; written by `npm run record`. */
export const Recording = z.object({
  output: z.string(),
  calls: z.array(
    z.object({
      integration: z.string(),
      function: z.string(),
      account: z.string().nullable(),
      effect: Effect,
      /** All that it sent, in order: a handler may need more than one. */
      requests: z.array(RequestView).min(1),
    }),
  ),
  values: z.array(z.object({ text: z.string(), json: z.string().nullable() })),
})
export type Recording = z.infer<typeof Recording>

export const Example = z.object({
  /** File name without its ending. */
  name: z.string(),
  title: z.string(),
  /** Functions that it shows, the main one first. */
  functions: z.array(z.string()),
  /** Its place among the scripts to begin with on an account, from 1; null for every other example. */
  starter: z.number().int().positive().nullable(),
  /** Lua source as the page shows and runs it: without the head. */
  source: z.string(),
  /** Null until it was recorded. */
  recording: Recording.nullable(),
})
export type Example = z.infer<typeof Example>

const HEAD_LINE = /^-- (title|functions|starter): *(.*)$/

/**
 * Reads an example. Its head is comment lines `-- title: …` and `-- functions: a, b`, in any order; a script to begin
 * with has `-- starter: 1` too.
 *
 * @param recording text of the recording beside it, or null
 * @throws Error naming the file when the head is incomplete
 */
export function parseExample(name: string, lua: string, recording: string | null): Example {
  const lines = lua.split('\n')
  const head: Record<string, string> = {}
  let start = 0
  for (const line of lines) {
    const match = HEAD_LINE.exec(line)
    if (!match) break
    head[match[1]!] = match[2]!.trim()
    start += 1
  }
  const { title, functions, starter } = head
  if (!title || !functions) throw new Error(`${name}.lua: begins with "-- title: …" and "-- functions: …"`)
  if (starter && !/^[1-9]$/.test(starter)) throw new Error(`${name}.lua: "-- starter: …" is a number from 1`)
  return {
    name,
    title,
    functions: functions.split(/[ ,]+/),
    starter: starter ? Number(starter) : null,
    source: lines.slice(start).join('\n').trim() + '\n',
    recording: recording === null ? null : Recording.parse(JSON.parse(recording)),
  }
}

/** Examples with a section of their own on the page, by file name. */
export const SECTION_EXAMPLES = { accounts: 'several-accounts', metadata: 'full-name' } as const

/** The example of a section, where the integration has one. */
export function exampleOfSection(section: keyof typeof SECTION_EXAMPLES, examples: readonly Example[]): Example | null {
  return examples.find(({ name }) => name === SECTION_EXAMPLES[section]) ?? null
}

/** The scripts to begin with on an account, in their order: they list first, and so need to know no id. */
export function listStarters(examples: readonly Example[]): Example[] {
  return examples.filter(({ starter }) => starter !== null).toSorted((a, b) => a.starter! - b.starter!)
}

/**
 * The examples that stand under a function: those that name it first, the one of the same name before all others;
 * where there are none, the first that names it at all. Starters stand beside the credentials instead: they are about
 * an account, and show of a function only what its own examples show.
 */
export function examplesOf(fn: string, examples: readonly Example[]): Example[] {
  const sections: string[] = Object.values(SECTION_EXAMPLES)
  const candidates = examples.filter(({ name, starter }) => !sections.includes(name) && starter === null)
  const isNamesake = ({ name }: Example): boolean => name.replaceAll('-', '_') === fn
  const own = candidates.filter(({ functions }) => functions[0] === fn)
  if (own.length) return own.toSorted((a, b) => Number(isNamesake(b)) - Number(isNamesake(a)))
  return candidates.filter(({ functions }) => functions.includes(fn)).slice(0, 1)
}
