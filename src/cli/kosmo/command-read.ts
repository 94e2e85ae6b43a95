// `kosmo integrations:list`, `integrations:search` and `integrations:docs`: the catalog and the reference, from the package.
import { CallFailure } from '../../contract/errors.ts'
import { type Value } from '../../contract/value.ts'
import { type Docs, listIntegrations as listIndex } from '../../run/docs.ts'
import { type Assets } from './assets.ts'
import { type Envelope, printJson } from './envelope.ts'
import { EXIT, type Io, UsageError } from './io.ts'
import { type Options } from './options.ts'

type ReadOptions = Options<'read'>

export function listIntegrations(io: Io, { values, positionals }: ReadOptions, { catalog }: Assets): number {
  const [one] = positionals
  if (one !== undefined) throw new UsageError(`integrations:list lists all; see kosmo integrations:docs ${one}.`)
  if (!values.json) io.out(`${listIndex(catalog.index)}\n`)
  else io.out(printJson({ success: true, integrations: catalog.index.integrations.map(describeEntry) }))
  return EXIT.ok
}

function describeEntry(entry: Assets['catalog']['index']['integrations'][number]): Value {
  const { slug, name, category, auth, summary, demo, namespaces, functions } = entry
  return {
    slug,
    name,
    category,
    auth,
    summary,
    demo,
    namespaces,
    functions: functions.map((fn) => ({ name: fn.name, effect: fn.effect, summary: fn.summary })),
  }
}

export async function searchFunctions(io: Io, { values, positionals }: ReadOptions, { docs }: Assets): Promise<number> {
  const query = positionals.join(' ')
  if (!query.trim()) throw new UsageError('Say what to search for: kosmo integrations:search "list users"')
  const { text, envelope } = await findFunctions(docs, query)
  io.out(values.json ? printJson(envelope) : `${text}\n`)
  return EXIT.ok
}

/** What a search finds, as text and as `--json` prints it. */
export async function findFunctions(docs: Docs, query: string): Promise<{ text: string; envelope: Envelope }> {
  const text = await docs.search(query)
  // Guides are found too; the name of a function has a dot.
  const lines = text.split('\n').filter((line) => /^\S+\.\S+ - /.test(line))
  const functions = lines.map((line) => {
    const [name = '', ...summary] = line.split(' - ')
    return { function: name, summary: summary.join(' - ') }
  })
  return { text, envelope: { success: true, query, functions } }
}

export async function readDocs(io: Io, { values, positionals }: ReadOptions, { docs }: Assets): Promise<number> {
  if (positionals.length > 1) throw new UsageError(`One page at a time: ${positionals.join(', ')}.`)
  const { text, envelope } = await readPage(docs, positionals[0])
  if (values.json) io.out(printJson(envelope))
  else (envelope.success ? io.out : io.err)(`${text}\n`)
  return envelope.success ? EXIT.ok : EXIT.failed
}

/** A page that does not exist is a failure with the nearest name, not a text that looks like a page. */
export async function readPage(docs: Docs, page: string | undefined): Promise<{ text: string; envelope: Envelope }> {
  try {
    const text = await (page === undefined ? docs.list() : docs.read(page))
    return { text, envelope: { success: true, page: page ?? null, text } }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    return { text: error.message, envelope: { success: false, error: error.message } }
  }
}
