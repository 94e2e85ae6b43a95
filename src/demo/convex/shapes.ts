// What Convex infers of documents that it sees: the answer of `/api/shapes2`.
// Source: crates/common/src/shapes/dashboard.rs of get-convex/convex-backend.
import { type Value } from '../../contract/value.ts'
import { type Database, isIdOf, type Table } from './database.ts'
import { equalValues, typeOf } from './values.ts'

/** The shapes of all tables, by name. */
export function inferShapes(database: Database): Value {
  return Object.fromEntries(database.tables.map((table) => [table.name, inferTable(database, table)]))
}

function inferTable(database: Database, { documents }: Table): Value {
  return documents.length ? inferObject(database, documents) : { type: 'Never' }
}

function inferObject(database: Database, objects: readonly Record<string, Value>[]): Value {
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))].sort()
  const fields = names.map((name) => {
    const values = objects.filter((object) => Object.hasOwn(object, name)).map((object) => object[name]!)
    return { fieldName: name, optional: values.length < objects.length, shape: inferAny(database, values) }
  })
  return { type: 'Object', fields }
}

/** The shape of several values of one place; a union where they differ. */
function inferAny(database: Database, values: readonly Value[]): Value {
  const objects = values.filter((value) => typeOf(value) === 'object') as Record<string, Value>[]
  const others = values.filter((value) => typeOf(value) !== 'object').map((value) => inferOne(database, value))
  const shapes = [...(objects.length ? [inferObject(database, objects)] : []), ...others]
  const different = shapes.filter((shape, at) => shapes.findIndex((other) => equalValues(other, shape)) === at)
  if (!different.length) return { type: 'Never' }
  return different.length === 1 ? different[0]! : { type: 'Union', shapes: different }
}

function inferOne(database: Database, value: Value): Value {
  switch (typeOf(value)) {
    case 'null':
      return { type: 'Null' }
    case 'boolean':
      return { type: 'Boolean' }
    case 'number':
      return { type: 'Float64', float64Range: { hasSpecialValues: typeof value !== 'number' } }
    case 'bigint':
      return { type: 'Int64' }
    case 'bytes':
      return { type: 'Bytes' }
    case 'array':
      return { type: 'Array', shape: inferAny(database, value as Value[]) }
    default: {
      const table = database.tables.find((candidate) => isIdOf(value as string, candidate))
      return table ? { type: 'Id', tableName: table.name } : { type: 'String' }
    }
  }
}
