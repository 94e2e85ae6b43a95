// What the definition of Convex cannot say: filters as Convex encodes them, schemas as text, and what a failed function means.
import { isObject } from '../contract/value.ts'
import { encodeFilters } from './convex/filters.ts'
import { readFunctionValue, refusedFilter, unreadable } from './convex/function-reply.ts'
import { readFields } from './convex/object-argument.ts'
import { describeDeclared, describeInferred, findDeclared } from './convex/table.ts'
import { type CallPlan, type Handler, type HandlerContext } from './handler.ts'

/** Reads the names of all tables; the vendor sends them as one page. */
function* listTables(context: HandlerContext): CallPlan {
  const reply = yield context.build(context.fn.request!)
  const value = readFunctionValue(context, reply)
  if (!isObject(value) || !Array.isArray(value['page'])) throw unreadable(context, reply.status)
  return { tables: value['page'], count: value['page'].length }
}

/** Reads the declared schemas, and the inferred shapes where the table is not among them. */
function* getTable(context: HandlerContext): CallPlan {
  const name = String(context.args['table'])
  const value = readFunctionValue(context, yield context.build(context.fn.request!))
  const declared = findDeclared(value, name)
  if (declared) return describeDeclared(declared)
  const { server } = context.fn.request!
  const reply = yield context.build({ server, method: 'GET', path: '/api/shapes2', query: {}, headers: {} })
  return describeInferred(context.read(reply), name)
}

/** Reads a page of documents. Convex answers a filter that it does not take with a page of complaints. */
function* queryDocuments(context: HandlerContext): CallPlan {
  const { args, fn } = context
  const filter = args['filter'] === undefined ? {} : readFields('filter', args['filter'], context.depth)
  const filters = encodeFilters(filter, args['order'] === '_creationTime' ? 'asc' : 'desc')
  const reply = yield context.build(fn.request!, { ...args, filters, cursor: args['cursor'] ?? null })
  const value = readFunctionValue(context, reply)
  const problem = refusedFilter(value)
  if (problem) throw problem
  const { page, isDone, continueCursor } = isObject(value) ? value : {}
  if (!Array.isArray(page) || typeof isDone !== 'boolean') throw unreadable(context, reply.status)
  return { documents: page, is_done: isDone, ...(!isDone && { cursor: continueCursor ?? null }) }
}

/** Creates, changes or deletes; `fields` may be given as a table or as JSON text. */
function* changeDocuments(context: HandlerContext): CallPlan {
  const { args, fn } = context
  const made =
    args['fields'] === undefined ? args : { ...args, fields: readFields('fields', args['fields'], context.depth) }
  const reply = yield context.build(fn.request!, made)
  const value = readFunctionValue(context, reply)
  if (!isObject(value) || value['success'] !== true) throw unreadable(context, reply.status)
  return { success: true }
}

export const handlers: Record<string, Handler> = { listTables, getTable, queryDocuments, changeDocuments }
