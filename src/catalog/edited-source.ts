// The definition of Upstash with one thing changed, for the tests of the compilation.
import { parse, stringify } from 'yaml'
import { compileCatalog, type SourceFile } from './compile.ts'
import { hashText, readSources } from './load.ts'
import { formatProblem } from './problem.ts'

const options = { hash: hashText, demos: new Set<string>(), handlers: () => ['known'] }
/** The real definition of Upstash, as a file. */
export const upstash: SourceFile = readSources().find(({ folder }) => folder === 'upstash')!

/** A YAML document as a test changes it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Document = any

/** What the compilation says of these files, one line per problem. */
export function listProblems(...files: SourceFile[]): string[] {
  const compiled = compileCatalog(files, options)
  return compiled.ok ? [] : compiled.problems.map(formatProblem)
}

/** The definition of Upstash after a change. */
export function edit(change: (document: Document) => void): SourceFile {
  const document: Document = structuredClone(parse(upstash.text, { merge: true }))
  change(document)
  return { ...upstash, text: stringify(document, { aliasDuplicateObjects: false }) }
}
