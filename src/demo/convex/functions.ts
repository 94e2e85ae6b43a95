// The system functions of the fake, by path: what each takes, and what it does to the database.
// Source: npm-packages/system-udfs/convex/_system/{cli,frontend} of get-convex/convex-backend.
import { type Value } from '../../contract/value.ts'
import { checkValue } from './check-value.ts'
import { type Database, type Document, findDocument, isIdOf } from './database.ts'
import { fits, listProblems, readFilters } from './filters.ts'
import { uncaught } from './function-error.ts'
import { type PageOptions, readPage } from './pages.ts'
import { findNameProblem } from './names.ts'
import { activeSchema } from './schema.ts'
import { v, type Validator } from './validators.ts'
import { createDocuments, deleteDocuments, patchDocuments } from './writes.ts'

export type Arguments = Record<string, Value>

export interface Outcome {
  database: Database
  value: Value
}

export interface SystemFunction {
  kind: 'query' | 'mutation'
  args: Validator
  run: (database: Database, args: Arguments, clock: number) => Outcome
}

const paginationOpts = v.object({
  numItems: v.number(),
  cursor: v.union(v.string(), v.null()),
  endCursor: v.optional(v.union(v.string(), v.null())),
  id: v.optional(v.number()),
  maximumRowsRead: v.optional(v.number()),
  maximumBytesRead: v.optional(v.number()),
})
const componentId = v.optional(v.union(v.string(), v.null()))

const query = (
  args: Parameters<typeof v.object>[0],
  read: (database: Database, args: Arguments) => Value,
): SystemFunction => ({
  kind: 'query',
  args: v.object(args),
  run: (database, given) => ({ database, value: read(database, given) }),
})

const mutation = (args: Parameters<typeof v.object>[0], run: SystemFunction['run']): SystemFunction => ({
  kind: 'mutation',
  args: v.object(args),
  run,
})

export const functions: Record<string, SystemFunction> = {
  '_system/cli/tables': query({ paginationOpts }, ({ tables }) => ({
    page: tables.map(({ name }) => ({ name })),
    isDone: true,
    continueCursor: 'end',
  })),
  '_system/cli/tableData': query(
    { table: v.string(), order: v.union(v.literal('asc'), v.literal('desc')), paginationOpts },
    readData,
  ),
  '_system/frontend/getSchemas': query({ componentId }, () => ({ active: activeSchema })),
  '_system/frontend/paginatedTableDocuments': query(
    { paginationOpts, table: v.string(), filters: v.union(v.string(), v.null()), componentId },
    readFiltered,
  ),
  '_system/frontend/addDocument': mutation(
    { componentId, table: v.string(), documents: v.array(v.any()) },
    createDocuments,
  ),
  '_system/frontend/patchDocumentsFields': mutation(
    {
      table: v.string(),
      fields: v.any(),
      ids: { fieldType: v.array(v.string()), optional: true },
      componentId,
    },
    patchDocuments,
  ),
  '_system/frontend/deleteDocuments': mutation(
    { componentId, toDelete: v.array(v.object({ id: v.string(), tableName: v.string() })) },
    deleteDocuments,
  ),
}

/** Runs a function with arguments in the encoded form. @throws FunctionError */
export function runFunction(fn: SystemFunction, database: Database, args: Arguments, clock: number): Outcome {
  const problem = checkValue(fn.args, args, () => true)
  if (problem) throw uncaught(problem)
  return fn.run(database, args, clock)
}

function readFiltered(database: Database, args: Arguments): Value {
  const { clauses, order } = readFilters(args['filters']!)
  const problems = listProblems(clauses)
  if (problems.length) return { page: problems, isDone: true, continueCursor: '' }
  const [first] = clauses
  // One clause about the id alone is a read of that document.
  if (clauses.length === 1 && first!.field === '_id' && first!.op === 'eq') {
    return { page: readOne(database, String(args['table']), first!.value), isDone: true, continueCursor: '' }
  }
  const found = readTable(database, String(args['table']), order).filter((document) => fits(document, clauses))
  const query = { table: String(args['table']), clauses: JSON.stringify(clauses), order }
  return readPage(found, query, args['paginationOpts'] as unknown as PageOptions)
}

function readData(database: Database, args: Arguments): Value {
  const query = { table: String(args['table']), clauses: '', order: args['order'] as 'asc' | 'desc' }
  return readPage(
    readTable(database, query.table, query.order),
    query,
    args['paginationOpts'] as unknown as PageOptions,
  )
}

function readOne(database: Database, table: string, id: Value | undefined): Document[] {
  const found = typeof id === 'string' && isIdOf(id) ? findDocument(database, id) : undefined
  return found?.table.name === table ? [found.document] : []
}

/** The documents of a table in an order; a table that does not exist has none. */
function readTable({ tables }: Database, name: string, order: 'asc' | 'desc'): Document[] {
  const problem = findNameProblem(name)
  if (problem) throw uncaught(`Invalid argument \`query\` for \`queryPage\`: ${problem}`)
  if (name.startsWith('_')) throw uncaught('System tables can only be accessed with db.system.')
  const documents = tables.find((table) => table.name === name)?.documents ?? []
  return order === 'asc' ? documents : documents.toReversed()
}
