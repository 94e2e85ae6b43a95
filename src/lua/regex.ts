// Regular expressions for Lua: JavaScript's own engine, asked with JSON and answering JSON.
// A pattern that backtracks without end cannot be interrupted from here: neither the count hook of Lua nor anything
// else in this thread runs meanwhile. What ends it is the watchdog outside, which ends the whole worker.
import { compileRegex } from './regex-syntax.ts'

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

/** Takes a {@link RegexRequest} and answers a {@link RegexReply}, or `{ problem }` where the pattern is wrong. */
export function answerRegex(request: string): string {
  const { subject, pattern, flags, limit } = JSON.parse(request) as RegexRequest
  try {
    return JSON.stringify(findMatches(subject, compileRegex(pattern, flags), limit))
  } catch (error) {
    if (error instanceof RangeError)
      return JSON.stringify({ problem: 'the pattern or its matches need too much memory' })
    if (!(error instanceof SyntaxError)) throw error
    return JSON.stringify({ problem: error.message.replace(/^Invalid regular expression: \/.*\/\w*: /s, '') })
  }
}

function findMatches(subject: string, regex: RegExp, limit: number): RegexReply {
  const place = createPlaces(subject)
  const matches: Group[][] = []
  for (const match of subject.matchAll(regex)) {
    matches.push(
      Array.from(match, (text: string | undefined, i) =>
        text === undefined ? null : { text, at: place(match.indices![i]![0]) },
      ),
    )
    if (matches.length === limit) break
  }
  return { matches, names: findNames(regex) }
}

/** Group names with their numbers, which JavaScript tells of no pattern: counted in its source. */
function findNames({ source }: RegExp): RegexReply['names'] {
  const names: RegexReply['names'] = []
  let group = 0
  for (const part of source.matchAll(
    /\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<([\p{ID_Start}$_][\p{ID_Continue}$]*)>/gsu,
  )) {
    if (!part[0].startsWith('(')) continue
    group++
    if (part[1]) names.push({ name: part[1], group })
  }
  return names
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
