// The database of the fake: tables with their documents, kept as plain JSON and never changed in place.
import { isObject, type Value } from '../../contract/value.ts'
import { decodeId, encodeId, IdError } from './ids.ts'

export type Document = { [field: string]: Value } & { _id: string; _creationTime: number }

export interface Table {
  name: string
  /** Part of every id of the table; the vendor's tables of users begin at 10001. */
  number: number
  /** In the order of their creation. */
  documents: Document[]
}

export interface Database {
  tables: Table[]
  /** How many documents were ever created; the next id is made of it. */
  created: number
}

const FIRST_TABLE = 10_001

/** The id of a demonstration, which is printed on the page but has no form of the vendor; its document is in the sample data. */
export const PRINTED_ID = 'doc_abc123'

/** Makes an empty table; the vendor does so at the first document. */
export function addTable({ tables, created }: Database, name: string): Database {
  return { tables: [...tables, { name, number: FIRST_TABLE + tables.length, documents: [] }], created }
}

/** Stores a document with the next id; its table must exist. */
export function addDocument(database: Database, name: string, fields: Record<string, Value>, clock: number): Database {
  const created = database.created + 1
  const add = (table: Table): Table => {
    const id = encodeId(table.number, created)
    // Convex never gives two documents the same time of creation.
    const time = Math.max(clock, (table.documents.at(-1)?._creationTime ?? 0) + 1)
    return { ...table, documents: [...table.documents, { ...fields, _id: id, _creationTime: time }] }
  }
  return { created, tables: database.tables.map((table) => (table.name === name ? add(table) : table)) }
}

/** Puts documents in the place of those with the same id. */
export function putDocument(database: Database, changed: Document): Database {
  const replace = (document: Document) => (document._id === changed._id ? changed : document)
  return {
    ...database,
    tables: database.tables.map((table) => ({ ...table, documents: table.documents.map(replace) })),
  }
}

export function dropDocument(database: Database, id: string): Database {
  const keep = (document: Document) => document._id !== id
  return {
    ...database,
    tables: database.tables.map((table) => ({ ...table, documents: table.documents.filter(keep) })),
  }
}

/** A document by its id, with its table; undefined where there is none. @throws IdError for what is no id */
export function findDocument({ tables }: Database, id: string): { table: Table; document: Document } | undefined {
  if (id !== PRINTED_ID) decodeId(id)
  for (const table of tables) {
    const document = table.documents.find((candidate) => candidate._id === id)
    if (document) return { table, document }
  }
  return undefined
}

/** Whether a text has the form of an id, of a given table or of any. */
export function isIdOf(id: string, table?: Table): boolean {
  if (id === PRINTED_ID) return !table || table.documents.some((document) => document._id === id)
  try {
    const number = decodeId(id)
    return !table || table.number === number
  } catch (error) {
    if (error instanceof IdError) return false
    throw error
  }
}

export function isDocument(value: Value): value is { [field: string]: Value } {
  return isObject(value) && !['$integer', '$float', '$bytes'].some((key) => Object.hasOwn(value, key))
}
