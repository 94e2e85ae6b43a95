// Filters of `paginatedTableDocuments`: base64 of JSON with clauses and an order.
// Source: npm-packages/system-udfs/convex/_system/frontend/lib/filters.ts of get-convex/convex-backend.
import { isObject, type Value } from '../../contract/value.ts'
import { type Document, isDocument } from './database.ts'
import { FunctionError, uncaught } from './function-error.ts'
import { displayValue, equalValues, readValue, typeOf, ValueError } from './values.ts'

export interface Clause {
  op: 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte'
  field: string | undefined
  value: Value | undefined
}

export interface Filters {
  clauses: Clause[]
  order: 'asc' | 'desc'
}

const OPERATORS = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte']

/** Reads the filters of a request. @throws FunctionError for what is no filter */
export function readFilters(filters: Value): Filters {
  if (typeof filters !== 'string' || !filters) return { clauses: [], order: 'desc' }
  const expression = decodeExpression(filters)
  const { clauses, order = 'desc' } = isObject(expression) ? expression : {}
  const isRight = Array.isArray(clauses) && clauses.every(isClause) && (order === 'asc' || order === 'desc')
  if (!isRight) throw uncaught('[\n  {\n    "code": "invalid_type",\n    "message": "Invalid input"\n  }\n]')
  return { clauses: clauses as unknown as Clause[], order }
}

function isClause(clause: Value): boolean {
  return (
    isObject(clause) &&
    OPERATORS.includes(String(clause['op'])) &&
    (clause['field'] === undefined || typeof clause['field'] === 'string')
  )
}

function decodeExpression(text: string): Value {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    // The vendor's function runs in JavaScript: every number is a double.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Value
  } catch {
    throw new FunctionError('Uncaught SyntaxError: Unexpected token in JSON at position 0')
  }
}

/** What the function answers in place of documents where a value is none of Convex. */
export function listProblems(clauses: readonly Clause[]): Value[] {
  return clauses.flatMap(({ value }, filter) => {
    try {
      if (value) readValue(value)
      return []
    } catch (error) {
      if (!(error instanceof ValueError)) throw error
      return [{ filter, error: `Invalid value: ${JSON.stringify(value)}.` }]
    }
  })
}

/** Whether a document has what every clause asks for. */
export function fits(document: Document, clauses: readonly Clause[]): boolean {
  return clauses.every(({ op, field, value }) => {
    if (field === undefined) return true
    const found = readPath(document, field)
    const wanted = value === undefined ? undefined : readValue(value)
    if (op === 'eq' || op === 'neq') return equalValues(found, wanted) === (op === 'eq')
    const order = compare(found, wanted)
    return op === 'gt' ? order > 0 : op === 'gte' ? order >= 0 : op === 'lt' ? order < 0 : order <= 0
  })
}

/** A field inside objects is named with dots. */
function readPath(document: Document, path: string): Value | undefined {
  return path.split('.').reduce<Value | undefined>((value, name) => {
    return value !== undefined && isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined
  }, document)
}

/** The vendor's order of types, then of values. */
const TYPES = ['undefined', 'null', 'bigint', 'number', 'boolean', 'string', 'bytes', 'array', 'object']

function compare(a: Value | undefined, b: Value | undefined): number {
  const [first, second] = [a, b].map((value) => TYPES.indexOf(value === undefined ? 'undefined' : typeOf(value)))
  if (first !== second) return first! - second!
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [a, b].map((value) => (value === undefined ? '' : displayValue(value)))
  return left === right ? 0 : left! < right! ? -1 : 1
}
