// `kosmo integrations:list`, `integrations:search` and `integrations:docs`: the catalog and the reference, from the package.
import { CallFailure } from '../../contract/errors.ts'
import { type Value } from '../../contract/value.ts'
import { listIntegrations as listIndex } from '../../run/docs.ts'
import { type Assets } from './assets.ts'
import { printJson } from './envelope.ts'
import { EXIT, type Io, UsageError } from './io.ts'
import { type Options } from './options.ts'

type ReadOptions = Options<'read'>

export function listIntegrations(io: Io, { values }: ReadOptions, { catalog }: Assets): number {
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
  const found = await docs.search(query)
  if (!values.json) io.out(`${found}\n`)
  else {
    // Guides are found too; the name of a function has a dot.
    const lines = found.split('\n').filter((line) => /^\S+\.\S+ - /.test(line))
    const functions = lines.map((line) => {
      const [name = '', ...summary] = line.split(' - ')
      return { function: name, summary: summary.join(' - ') }
    })
    io.out(printJson({ success: true, query, functions }))
  }
  return EXIT.ok
}

/** A page that does not exist is a failure with the nearest name, not a text that looks like a page. */
export async function readDocs(io: Io, { values, positionals }: ReadOptions, { docs }: Assets): Promise<number> {
  const [page] = positionals
  try {
    const text = await (page === undefined ? docs.list() : docs.read(page))
    io.out(values.json ? printJson({ success: true, page: page ?? null, text }) : `${text}\n`)
    return EXIT.ok
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    if (values.json) io.out(printJson({ success: false, error: error.message }))
    else io.err(`${error.message}\n`)
    return EXIT.failed
  }
}
