// Regular expressions for Lua: JavaScript's own engine, asked with JSON and answering JSON.
// A pattern that backtracks without end cannot be interrupted from here: neither the time limit of Lua nor anything
// else in this thread runs meanwhile. What ends it is the watchdog outside, which ends the whole worker.
import { createModes } from './regex-modes.ts'
import { readPattern } from './regex-pattern.ts'
import { translate } from './regex-translate.ts'

interface RegexRequest {
  subject: string
  pattern: string
  flags: string
  /** How many matches to find at most; 0 for all. */
  limit: number
}

/** A group's text with its 1-based place in the bytes of the subject; null when it took no part in the match. */
type Group = { text: string; at: number } | null

interface RegexReply {
  /** Each match as its groups, the whole match first. */
  matches: Group[][]
  /** Names of groups, in the order of their numbers. */
  names: { name: string; group: number }[]
}

interface Compiled {
  regex: RegExp
  /** How many groups there are. */
  count: number
  names: RegexReply['names']
}

/** The last patterns and what they were compiled to: a loop asks for the same one again and again. */
const kept = new Map<string, Compiled>()
const MOST_KEPT = 32
const LONGEST_KEPT = 1000

/** Takes a {@link RegexRequest} and answers a {@link RegexReply}, or `{ problem }` where the pattern is wrong. */
export function answerRegex(request: string): string {
  const { subject, pattern, flags, limit } = JSON.parse(request) as RegexRequest
  try {
    return JSON.stringify(findMatches(subject, recall(pattern, flags), limit))
  } catch (error) {
    if (error instanceof RangeError)
      return JSON.stringify({ problem: 'the pattern or its matches need too much memory' })
    if (!(error instanceof SyntaxError)) throw error
    return JSON.stringify({ problem: error.message.replace(/^Invalid regular expression: \/.*\/\w*: /s, '') })
  }
}

function recall(pattern: string, flags: string): Compiled {
  const key = `${flags}\n${pattern}`
  const known = kept.get(key)
  if (known) return known
  const compiled = compile(pattern, flags)
  if (kept.size >= MOST_KEPT) kept.clear()
  if (key.length <= LONGEST_KEPT) kept.set(key, compiled)
  return compiled
}

/** @throws SyntaxError that says what is wrong with the pattern or a flag */
function compile(pattern: string, extra: string): Compiled {
  const { source, flags } = readPattern(pattern, extra)
  const { text, on } = readStart(source)
  const modes = createModes(new Set([...flags, ...on]))
  const { source: translated, groups } = translate(text, modes)
  const regex = new RegExp(translated, `dgv${modes.i ? 'i' : ''}${flags.has('A') ? 'y' : ''}`)
  return { regex, count: groups.most, names: Array.from(groups.names, ([name, group]) => ({ name, group })) }
}

/** Flags that stand at the start of the pattern itself: `(?i)`, `(*UCP)`. */
function readStart(source: string): { text: string; on: string } {
  const found = /^(?:\(\*UTF8?\))?(\(\*UCP\))?(?:\(\*UTF8?\))?(?:\(\?([imsxnU]+)\))?/.exec(source)!
  return { text: source.slice(found[0].length), on: (found[1] ? 'u' : '') + (found[2] ?? '') }
}

function findMatches(subject: string, { regex, count, names }: Compiled, limit: number): RegexReply {
  const place = createPlaces(subject)
  const matches: Group[][] = []
  for (const match of subject.matchAll(regex)) {
    const groups: Group[] = [{ text: match[0], at: place(match.index) }]
    for (let number = 1; number <= count; number++) {
      const text = match.groups?.[`g${number}`]
      groups.push(text === undefined ? null : { text, at: place(match.indices!.groups![`g${number}`]![0]) })
    }
    matches.push(groups)
    if (matches.length === limit) break
  }
  return { matches, names }
}

/** Turns places in UTF-16 into 1-based places in UTF-8, in any order but cheap going forward. */
function createPlaces(subject: string): (index: number) => number {
  let at = 0
  let bytes = 1
  return (index) => {
    if (index < at) [at, bytes] = [0, 1]
    while (at < index) {
      const code = subject.codePointAt(at)!
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
      at += code < 0x10000 ? 1 : 2
    }
    return bytes
  }
}
