// What a script would touch, read from its text: shown before a run, never relied on. The server decides.
import { type CatalogIndex } from '../contract/catalog.ts'
import { type Effect } from '../contract/effect.ts'
import { bindNames, followPath, type Path } from './bindings.ts'
import { type Reference } from './reference.ts'
import { readTokens, type Token } from './tokens.ts'

export interface ScannedCall {
  /** Slug. */
  integration: string
  /** Canonical name. */
  function: string
  effect: Effect
  /** Null for the default account. */
  account: string | null
  /** Line from 1. */
  line: number
}

export interface Scan {
  calls: ScannedCall[]
  /** Names that are no integration or function, as they would fail. */
  unknown: { path: string; line: number }[]
  /** Accounts that the calls use, each once. */
  accounts: { integration: string; account: string | null }[]
  /** True when the script can call more than is listed: a name that is made at run time, or `app` handed around. */
  dynamic: boolean
}

/** Names that lead to code or globals which the text does not show. */
const WAYS_ROUND = new Set(['_G', '_ENV', 'load'])

/** Scans a script, complete or not. Scopes are not told apart, so it may list a call that never happens. */
export function scanScript(source: string, index: CatalogIndex): Scan {
  const tokens = readTokens(source)
  const { bindings, aliases, isComplete } = bindNames(index, tokens)
  const scan: Scan = { calls: [], unknown: [], accounts: [], dynamic: !isComplete }
  const skipped = findDeclared(tokens)
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'name' || skipped.has(at) || isField(tokens, at)) continue
    if (WAYS_ROUND.has(token.text)) scan.dynamic = true
    if (!bindings.has(token.text)) continue
    const path = followPath(index, tokens, at, bindings)
    for (const reference of path.references) {
      if (!aliases.has(at) || reference.kind === 'unknown') noteUse(scan, reference, path, tokens)
    }
  }
  scan.accounts = listAccounts(scan.calls)
  return scan
}

function noteUse(scan: Scan, reference: Reference, path: Path, tokens: readonly Token[]): void {
  const { line } = tokens[path.end - 1]!
  const next = tokens[path.end]
  switch (reference.kind) {
    case 'function': {
      const { entry, fn, account } = reference
      scan.calls.push({ integration: entry.slug, function: fn.name, effect: fn.effect, account, line })
      return
    }
    case 'unknown':
      scan.unknown.push({ path: reference.path, line })
      return
    case 'account':
      // A call of what looks like an account is a misspelt function.
      if (next && reference.name && (next.text === '(' || next.text === '{' || next.kind === 'string')) {
        scan.unknown.push({ path: `${reference.entry.slug}.${reference.name}`, line })
        return
      }
      scan.dynamic = true
      return
    case 'mcp':
      return
    default:
      scan.dynamic = true
  }
}

/** A name after `.` or `:`, or the key of a table constructor, is no variable. */
function isField(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text
  if (before === '.' || before === ':' || before === 'goto' || before === '::') return true
  return tokens[at + 1]?.text === '='
}

/** Names that a `local`, a `for` or a parameter list declares, by index of their tokens. */
function findDeclared(tokens: readonly Token[]): Set<number> {
  const declared = new Set<number>()
  for (const [start, { text, kind }] of tokens.entries()) {
    if (kind !== 'keyword' || (text !== 'local' && text !== 'for' && text !== 'function')) continue
    // A function's name comes before its parameters; both are declared.
    const isEnd = ({ text: end }: Token) => (text === 'function' ? end === ')' : end === '=' || end === 'in')
    for (let at = start + 1; at < tokens.length; at++) {
      const token = tokens[at]!
      const belongs = token.kind === 'name' || /^(,|<|>|\(|\.|:|\.\.\.)$/.test(token.text)
      if (isEnd(token) || !belongs) break
      // Two names in a row: the declaration ended without a value.
      if (token.kind === 'name' && tokens[at - 1]?.kind === 'name') break
      if (token.kind === 'name') declared.add(at)
    }
  }
  return declared
}

function listAccounts(calls: readonly ScannedCall[]): Scan['accounts'] {
  const seen = new Map<string, Scan['accounts'][number]>()
  for (const { integration, account } of calls) seen.set(`${integration}/${account ?? ''}`, { integration, account })
  return [...seen.values()]
}
