// From the texts of all integration.yaml files to one checked catalog.
import { type Catalog, type CatalogEntry } from '../contract/catalog.ts'
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type JsonSchema } from '../contract/json-schema.ts'
import { checkDefinition } from './checks.ts'
import { findCollisions, spellNamespace } from './collisions.ts'
import { checkGuide } from './guide.ts'
import { parseDefinition } from './parse.ts'
import { formatKey, type Problem } from './problem.ts'

/** One source file; `folder` is the name of the folder it lies in. */
export interface SourceFile {
  file: string
  folder: string
  text: string
  /** The guide beside it, where there is one. */
  guide?: { file: string; text: string }
}

export interface CompileOptions {
  /** Short hash of a text, for file names and versions. */
  hash: (text: string) => string
  /** Slugs that have a demo vendor. */
  demos: ReadonlySet<string>
  /** Names of the handlers of a slug; empty where it has none. */
  handlers?: (slug: string) => readonly string[]
}

export type Compiled = { ok: true; catalog: Catalog } | { ok: false; problems: Problem[] }

/** Compiles all definitions, or names everything that is wrong with any of them. Pure. */
export function compileCatalog(files: readonly SourceFile[], options: CompileOptions): Compiled {
  const problems: Problem[] = []
  const sources = new Map<string, string>()
  const definitions: IntegrationDefinition[] = []
  for (const { file, folder, text, guide } of files) {
    const parsed = parseDefinition(file, text)
    problems.push(...parsed.problems)
    for (const { line, reason } of guide ? checkGuide(guide.text) : []) {
      problems.push({ file: guide!.file, key: `line ${line}`, reason })
    }
    if (!parsed.definition) continue
    const { definition } = parsed
    const report = (path: PropertyKey[], reason: string) => problems.push({ file, key: formatKey(path), reason })
    if (definition.slug !== folder) report(['slug'], `must be "${folder}", the name of its folder`)
    for (const { path, reason } of checkDefinition(definition)) report(path, reason)
    for (const [index, { handler }] of definition.functions.entries()) {
      if (handler && options.handlers && !options.handlers(definition.slug).includes(handler)) {
        report(['functions', index, 'handler'], `"${handler}" is not exported by src/vendor/${definition.slug}.ts`)
      }
    }
    sources.set(definition.slug, file)
    definitions.push(definition)
  }
  for (const { slug, path, reason } of findCollisions(definitions)) {
    problems.push({ file: sources.get(slug)!, key: formatKey(path), reason })
  }
  return problems.length ? { ok: false, problems } : { ok: true, catalog: buildCatalog(definitions, options) }
}

function buildCatalog(definitions: readonly IntegrationDefinition[], options: CompileOptions): Catalog {
  const sorted = definitions.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  const entries = sorted.map((definition) => buildEntry(definition, options))
  return {
    index: { version: options.hash(JSON.stringify(entries)), integrations: entries },
    integrations: Object.fromEntries(sorted.map((definition) => [definition.slug, definition])),
  }
}

function takesTable({ type, anyOf = [] }: JsonSchema): boolean {
  return type === 'array' || type === 'object' || anyOf.some(takesTable)
}

function buildEntry(definition: IntegrationDefinition, { hash, demos }: CompileOptions): CatalogEntry {
  const { slug, name, category, summary, auth, namespaces, functions } = definition
  return {
    slug,
    name,
    category,
    summary,
    auth,
    namespaces: [...new Set(namespaces.flatMap(spellNamespace))],
    secretPatterns: definition.credentials.flatMap(({ fields }) => fields.flatMap((field) => field.looksLike ?? [])),
    demo: demos.has(slug),
    file: `${slug}.${hash(JSON.stringify(definition))}.json`,
    functions: functions.map((fn) => ({
      name: fn.name,
      aliases: fn.aliases,
      title: fn.title,
      summary: fn.summary,
      effect: fn.effect,
      arguments: Object.keys(fn.input.properties ?? {}),
      tables: Object.entries(fn.input.properties ?? {}).flatMap(([name, schema]) => (takesTable(schema) ? [name] : [])),
    })),
  }
}
