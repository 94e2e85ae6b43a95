// Follows names through a script: which variable can stand for which part of `app`.
import { type CatalogIndex } from '../contract/catalog.ts'
import { followKey, identify, type Reference } from './reference.ts'
import { type Token } from './tokens.ts'

/** Everything that a name was ever bound to. Scopes are not told apart: too much is better here than too little. */
export type Bindings = Map<string, Reference[]>

/** A path that begins with a known name, as `up.work["get_key"]`. */
export interface Path {
  references: Reference[]
  /** Index of the token after the path. */
  end: number
  /** Whether it goes on with a key that cannot be told, as `up[name]`. */
  isOpen: boolean
}

/** Follows the path whose first name stands at `start`. */
export function followPath(index: CatalogIndex, tokens: readonly Token[], start: number, bindings: Bindings): Path {
  let references = bindings.get(tokens[start]!.text) ?? []
  let at = start + 1
  for (;;) {
    const [symbol, key, close] = [tokens[at]?.text, tokens[at + 1], tokens[at + 2]?.text]
    const isField = (symbol === '.' || symbol === ':') && key?.kind === 'name'
    const isIndex = symbol === '[' && key?.kind === 'string' && close === ']'
    if (!isField && !isIndex) return { references, end: at, isOpen: symbol === '[' }
    references = references.map((reference) => followKey(index, reference, key.value))
    at += isField ? 2 : 3
  }
}

export interface BoundScript {
  bindings: Bindings
  /** Indices of tokens where a path begins that only gives a name to something. */
  aliases: Set<number>
  /** False when the script has longer chains of names than are followed. */
  isComplete: boolean
}

/** Rounds of following names. Aliases in the order of the text need one; each link that stands before its source one more. */
const MAX_ROUNDS = 20

/** Reads every binding of the form `local a, b = path, path` or `a = path`, until nothing new is found. */
export function bindNames(index: CatalogIndex, tokens: readonly Token[]): BoundScript {
  const bindings: Bindings = new Map([['app', [{ kind: 'app' }]]])
  const aliases = new Set<number>()
  const assignments = listAssignments(tokens)
  let isNew = true
  for (let round = 0; isNew && round < MAX_ROUNDS; round++) {
    isNew = false
    for (const { names, start } of assignments) {
      let at = start
      for (const name of names) {
        if (tokens[at]?.kind !== 'name') break
        const path = followPath(index, tokens, at, bindings)
        if (path.isOpen || !endsExpression(tokens[path.end])) break
        if (path.references.length) aliases.add(at)
        for (const reference of path.references) isNew = bind(bindings, name, reference) || isNew
        if (tokens[path.end]?.text !== ',') break
        at = path.end + 1
      }
    }
  }
  return { bindings, aliases, isComplete: !isNew }
}

function bind(bindings: Bindings, name: string, reference: Reference): boolean {
  const known = bindings.get(name) ?? []
  const key = identify(reference)
  if (known.some((other) => identify(other) === key)) return false
  bindings.set(name, [...known, reference])
  return true
}

interface Assignment {
  names: string[]
  /** Index of the first token after `=`. */
  start: number
}

/** Every `=` that binds plain names; not those inside a table constructor. */
function listAssignments(tokens: readonly Token[]): Assignment[] {
  const found: Assignment[] = []
  const open: string[] = []
  for (const [at, { text, kind }] of tokens.entries()) {
    if (kind !== 'symbol') continue
    if (text === '{' || text === '(' || text === '[') open.push(text)
    else if (text === '}' || text === ')' || text === ']') open.pop()
    else if (text === '=' && open.at(-1) !== '{') found.push({ names: readTargets(tokens, at), start: at + 1 })
  }
  return found.filter(({ names }) => names.length)
}

/** Names before an `=`, read backwards; none where the target is a field or an index. */
function readTargets(tokens: readonly Token[], equals: number): string[] {
  const names: string[] = []
  for (let at = equals - 1; at >= 0; at -= 2) {
    // An attribute: `local up <const> = …`
    if (tokens[at]?.text === '>') at -= 3
    if (tokens[at]?.kind !== 'name') return []
    names.unshift(tokens[at]!.text)
    const before = tokens[at - 1]?.text
    if (before === '.' || before === ':') return []
    if (before !== ',') break
  }
  return names
}

const GOES_ON = new Set(['and', 'or', '.', ':', '[', '(', '{', '..', '+', '-', '*', '/', '//', '%', '^', '&', '|', '~'])
const COMPARES = new Set(['==', '~=', '<', '>', '<=', '>=', '<<', '>>'])

/** Whether an expression is over before this token. A call's argument on the same line or the next belongs to it. */
function endsExpression(token: Token | undefined): boolean {
  if (!token) return true
  return token.kind !== 'string' && !GOES_ON.has(token.text) && !COMPARES.has(token.text)
}
