// One integration.yaml: from text to a definition whose keys and types are right.
import { LineCounter, parseDocument } from 'yaml'
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
  const result = IntegrationDefinition.safeParse(document.toJS())
  if (result.success) return { definition: result.data, problems: [] }
  return { definition: null, problems: result.error.issues.flatMap((issue) => readIssue(file, issue, [])) }
}

/** Names the key that an issue is about. A union reports the branch that came furthest, the others say nothing useful. */
function readIssue(file: string, issue: z.core.$ZodIssue, base: PropertyKey[]): Problem[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ file, key: formatKey([...path, key]), reason: 'is no key of the schema' }))
  }
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.filter((branch) => branch.length)
    const deepest = branches.toSorted((a, b) => measureDepth(b) - measureDepth(a))[0]
    if (deepest && measureDepth(deepest) > 0) return deepest.flatMap((inner) => readIssue(file, inner, path))
  }
  return [{ file, key: formatKey(path), reason: lowerFirst(issue.message) }]
}

function measureDepth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)))
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
