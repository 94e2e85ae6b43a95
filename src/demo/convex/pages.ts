// Pages of documents, with cursors that belong to one query.
// Source: `1.0/queryPage` in crates/isolate/src/environment/udf/async_syscall.rs of get-convex/convex-backend.
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { type Document } from './database.ts'
import { FunctionError, uncaught } from './function-error.ts'

/** Most documents that a page may ask for. */
const MOST = 32_000

/** What a page is a part of. */
export interface PagedQuery {
  table: string
  /** Text of the filter. */
  clauses: string
  order: 'asc' | 'desc'
}

export interface PageOptions {
  numItems: number
  cursor: string | null
}

/** One page of what a query finds, given in its order. A cursor of another query is refused. */
export function readPage(documents: readonly Document[], query: PagedQuery, { numItems, cursor }: PageOptions): Value {
  if (!Number.isInteger(numItems) || numItems < 0) {
    throw uncaught(`\`options.numItems\` must be a positive number. Received \`${numItems}\`.`)
  }
  if (numItems === 0) throw uncaught('Must request at least 1 document while paginating')
  if (numItems > MOST) throw uncaught(`Requested too many items: ${numItems}`)
  const start = cursor === null ? 0 : findStart(documents, query, cursor)
  const page = documents.slice(start, start + numItems)
  // As the vendor: a page that is full does not look whether it was the last one.
  const isDone = page.length < numItems
  const continueCursor = writeCursor(query, isDone ? null : page.at(-1)!._creationTime)
  return { page, isDone, continueCursor, splitCursor: null, pageStatus: null }
}

/** The vendor's cursors are encrypted; these are hexadecimal, and as opaque. */
function writeCursor(query: PagedQuery, after: number | null): string {
  const bytes = new TextEncoder().encode(JSON.stringify([summarize(query), after]))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Where a page begins: behind the time of its cursor, whether or not that document is still there. */
function findStart(documents: readonly Document[], query: PagedQuery, cursor: string): number {
  const [of, after] = readCursor(cursor)
  if (of !== summarize(query)) {
    const message =
      'InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from a different query.'
    throw new FunctionError(`Uncaught ConvexError: ${message}`, {
      isConvexSystemError: true,
      paginationError: 'InvalidCursor',
    })
  }
  if (after === null) return documents.length
  const next = documents.findIndex(({ _creationTime: time }) => (query.order === 'asc' ? time > after : time < after))
  return next < 0 ? documents.length : next
}

function readCursor(cursor: string): [query: string, after: number | null] {
  try {
    const bytes = cursor.match(/^(?:[0-9a-f]{2})+$/) ? cursor.match(/../g)!.map((pair) => parseInt(pair, 16)) : []
    const value = parseJson(new TextDecoder().decode(Uint8Array.from(bytes)))
    if (Array.isArray(value) && typeof value[0] === 'string' && !isObject(value[1])) {
      return [value[0], typeof value[1] === 'number' ? value[1] : null]
    }
  } catch {
    // Told below, as for what is readable and no cursor.
  }
  throw uncaught('Failed to parse cursor')
}

/** A short number that stands for a query (FNV-1a), so that cursors stay short. */
function summarize({ table, clauses, order }: PagedQuery): string {
  const text = JSON.stringify([table, clauses, order])
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(16)
}
