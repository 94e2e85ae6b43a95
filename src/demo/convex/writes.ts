// System functions that change documents: one transaction each, which a failure leaves as it was.
// Source: addDocument.ts, patchDocumentsFields.ts and deleteDocuments.ts in npm-packages/system-udfs/convex/_system/frontend.
import { type Value } from '../../contract/value.ts'
import { checkValue } from './check-value.ts'
import {
  addDocument,
  addTable,
  type Database,
  type Document,
  dropDocument,
  findDocument,
  isDocument,
  isIdOf,
  putDocument,
} from './database.ts'
import { convexError, uncaught } from './function-error.ts'
import { IdError } from './ids.ts'
import { findNameProblem, findReserved } from './names.ts'
import { findDocumentType } from './schema.ts'
import { displayValue } from './values.ts'

type Arguments = Record<string, Value>
type Outcome = { database: Database; value: Value }

/** Most documents that one call creates or deletes. */
const MOST = 4096

export function createDocuments(database: Database, args: Arguments, clock: number): Outcome {
  const table = String(args['table'])
  const documents = args['documents'] as Value[]
  if (documents.length > MOST) return refuse(database, `Can’t import more than ${MOST} documents at once.`)
  const made = documents.reduce<Database>((state, fields) => insert(state, table, fields, clock), database)
  return { database: made, value: { success: true } }
}

function insert(database: Database, name: string, fields: Value, clock: number): Database {
  if (name.startsWith('_')) throw convexError('System tables (prefixed with `_`) are read-only.')
  if (!isDocument(fields)) throw convexError('Invalid argument `value` for `db.insert`: Value must be an Object')
  const problem = findNameProblem(name)
  if (problem) throw convexError(`Invalid argument \`table\` for \`db.insert\`: ${problem}`)
  const ready = database.tables.some((table) => table.name === name) ? database : addTable(database, name)
  enforce(ready, name, fields)
  return addDocument(ready, name, fields, clock)
}

/** Without `ids` every document of the table is patched, as the vendor does. */
export function patchDocuments(database: Database, args: Arguments): Outcome {
  const ids = args['ids'] as string[] | undefined
  const found = ids
    ? ids.map((id) => lookUp(database, id, 'get')?.document)
    : (database.tables.find(({ name }) => name === args['table'])?.documents ?? [])
  // The vendor's loop over the names of null finds none.
  const fields = (args['fields'] ?? {}) as Record<string, Value>
  const patched = found.reduce<Database>((state, document) => {
    if (!document) throw convexError("Cannot read properties of null (reading '_id')")
    return patch(state, document, fields)
  }, database)
  return { database: patched, value: { success: true } }
}

/** What the dashboard sends for a field that shall disappear. */
const UNSET = /^__CONVEX_PLACEHOLDER_undefined_/

function patch(database: Database, document: Document, fields: Record<string, Value>): Database {
  const { table } = findDocument(database, document._id)!
  const set = Object.entries(fields).filter(([, value]) => !(typeof value === 'string' && UNSET.test(value)))
  const kept = Object.entries(document).filter(([name]) => !Object.hasOwn(fields, name))
  const { _id, _creationTime, ...changed } = Object.fromEntries([...kept, ...set]) as Document
  if (_id !== document._id) {
    throw convexError(`Provided document ID "${document._id}" doesn't match '_id' field ${displayValue(_id)}`)
  }
  if (_creationTime !== document._creationTime) {
    const shown = displayValue({ ...changed, _id, _creationTime })
    const time = `CreationTime(${document._creationTime.toFixed(1)})`
    throw convexError(`Provided creation time ${time} doesn't match '_creationTime' field in ${shown}`)
  }
  enforce(database, table.name, changed)
  return putDocument(database, { ...changed, _id, _creationTime })
}

export function deleteDocuments(database: Database, args: Arguments): Outcome {
  const toDelete = args['toDelete'] as { id: string }[]
  if (toDelete.length > MOST) {
    return refuse(database, `You can't delete more than ${MOST}. Try selecting fewer documents instead..`)
  }
  const left = toDelete.reduce<Database>((state, { id }) => {
    if (!lookUp(state, id, 'delete')) throw uncaught(`Delete on nonexistent document ID ${id}`)
    return dropDocument(state, id)
  }, database)
  return { database: left, value: { success: true } }
}

function lookUp(database: Database, id: string, method: string): ReturnType<typeof findDocument> {
  try {
    return findDocument(database, id)
  } catch (error) {
    if (error instanceof IdError) throw uncaught(`Invalid argument \`id\` for \`db.${method}\`: ${error.message}`)
    throw error
  }
}

/** A document must fit its name and, where the table is declared, its schema. */
function enforce(database: Database, name: string, fields: Record<string, Value>): void {
  const reserved = findReserved(fields)
  if (reserved) throw convexError(reserved)
  const levels = countLevels(fields)
  if (levels > 16) {
    const problem = `Document is too nested (nested ${levels} levels deep > maximum nesting 16)`
    throw convexError(`Document(value: ${displayValue(fields)}) isn't a valid document: ${problem}`)
  }
  const documentType = findDocumentType(name)
  const knowsId = (id: string, of: string) => {
    const table = database.tables.find((candidate) => candidate.name === of)
    return table !== undefined && isIdOf(id, table)
  }
  const problem = documentType && checkValue(documentType, fields, knowsId)
  if (problem) {
    throw convexError(
      `Failed to insert or update a document in table "${name}" because it does not match the schema: ${problem}`,
    )
  }
}

/** How deep a value goes: 0 for text, 1 for a list of texts. */
function countLevels(value: Value): number {
  if (!Array.isArray(value) && !isDocument(value)) return 0
  return 1 + Math.max(0, ...Object.values(value).map(countLevels))
}

/** A function that ends well and says that it did nothing. */
function refuse(database: Database, error: string): Outcome {
  return { database, value: { success: false, error } }
}
