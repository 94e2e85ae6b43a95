// One integration.yaml: from text to a definition whose keys and types are right.
import { type Document, LineCounter, parseDocument } from 'yaml'
import { IntegrationDefinition } from '../contract/definition.ts'
import { type z } from '../contract/zod.ts'
import { formatKey, type Problem } from './problem.ts'

export interface Parsed {
  definition: IntegrationDefinition | null
  problems: Problem[]
}

/** Parses the text of one file. Aliases and merge keys of YAML are resolved. */
export function parseDefinition(file: string, text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { merge: true, uniqueKeys: true, prettyErrors: false, lineCounter: lines })
  if (document.errors.length) {
    const problems = document.errors.map((error) => ({
      file,
      key: `line ${lines.linePos(error.pos[0]).line}`,
      reason: error.message,
    }))
    return { definition: null, problems }
  }
  const content = resolveAliases(document)
  if ('reason' in content) return { definition: null, problems: [{ file, key: '', reason: content.reason }] }
  const result = IntegrationDefinition.safeParse(content.value)
  if (result.success) return { definition: result.data, problems: [] }
  return { definition: null, problems: result.error.issues.flatMap((issue) => readIssue(file, issue, [])) }
}

/** How often an anchor may be repeated, with the aliases inside it counted: thousands in an honest file, billions in an attack. */
const MOST_ALIASES = 10_000

/** The plain value of a document. An alias without its anchor, or aliases that multiply without end, are a reason. */
function resolveAliases(document: Document): { value: unknown } | { reason: string } {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) }
  } catch (error) {
    if (error instanceof ReferenceError) return { reason: lowerFirst(error.message) }
    throw error
  }
}

/** Names the key that an issue is about. A union reports the branch that came furthest, the others say nothing useful. */
function readIssue(file: string, issue: z.core.$ZodIssue, base: PropertyKey[]): Problem[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ file, key: formatKey([...path, key]), reason: 'is no key of the schema' }))
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.toSorted((a, b) => rankBranch(b) - rankBranch(a) || a.length - b.length)[0]
    const saysMore = branch && (rankBranch(branch) > 0 || branch.some(({ code }) => code === 'unrecognized_keys'))
    if (saysMore) return branch.flatMap((inner) => readIssue(file, inner, path))
  }
  const reason = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
  return [{ file, key: formatKey(path), reason: lowerFirst(reason) }]
}

/** How far a branch of a union came. One whose own keys do not fit was hardly what the author meant. */
function rankBranch(issues: readonly z.core.$ZodIssue[]): number {
  const misfits = issues.some(({ code, path }) => code === 'unrecognized_keys' && !path.length)
  return misfits ? 0 : Math.max(0, ...issues.map(({ path }) => path.length))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
