// A table as get_table answers it: from the declared schema, or from what Convex inferred.
import { CallFailure } from '../../contract/errors.ts'
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { listShapeFields } from './shape.ts'
import { listValidatorFields } from './validator.ts'

type Fields = { [key: string]: Value }

/** What `getSchemas` says of a table, with whether the whole schema is enforced. */
export interface DeclaredTable {
  table: Fields
  validated: boolean
}

/**
 * Finds a table in the value of `getSchemas`, whose `active` is the schema as JSON text; null where it is not declared.
 *
 * @throws CallFailure `vendor_error` for a schema that cannot be read
 */
export function findDeclared(value: Value, name: string): DeclaredTable | null {
  const active = isObject(value) ? value['active'] : undefined
  if (typeof active !== 'string') return null
  const schema = parseSchema(active)
  const tables = Array.isArray(schema['tables']) ? schema['tables'].filter(isObject) : []
  const table = tables.find((candidate) => candidate['tableName'] === name)
  return table ? { table, validated: schema['schemaValidation'] !== false } : null
}

function parseSchema(text: string): Fields {
  try {
    const schema = parseJson(text)
    if (isObject(schema)) return schema
  } catch {
    // Told below, as for JSON of another form.
  }
  throw new CallFailure('vendor_error', 'Convex answered with a schema that cannot be read')
}

export function describeDeclared({ table, validated }: DeclaredTable): Value {
  const { documentType } = table
  return {
    name: table['tableName']!,
    source: 'declared',
    validated,
    fields: listValidatorFields(documentType),
    indexes: listIndexes(table['indexes'], ({ fields }) => ({ fields: fields ?? [] })),
    search_indexes: listIndexes(table['searchIndexes'], (index) => ({
      search_field: index['searchField'] ?? null,
      filter_fields: index['filterFields'] ?? [],
    })),
    vector_indexes: listIndexes(table['vectorIndexes'], (index) => ({
      vector_field: index['vectorField'] ?? null,
      ...(index['dimensions'] != null && { dimensions: index['dimensions'] }),
      filter_fields: index['filterFields'] ?? [],
    })),
    ...(isObject(documentType) && { document_type: documentType }),
  }
}

function listIndexes(indexes: Value | undefined, describe: (index: Fields) => Fields): Value[] {
  const found = Array.isArray(indexes) ? indexes.filter(isObject) : []
  return found.map((index) => ({ name: index['indexDescriptor'] ?? null, ...describe(index) }))
}

/** @param shapes the answer of `/api/shapes2`: shapes by table */
export function describeInferred(shapes: Value, name: string): Value {
  const shape = isObject(shapes) && Object.hasOwn(shapes, name) ? shapes[name]! : null
  if (!isObject(shape)) {
    throw new CallFailure('not_found', `Convex has no table \`${name}\``, { hint: 'list_tables names the tables.' })
  }
  const fields = listShapeFields(shape)
  return {
    name,
    source: 'inferred',
    validated: false,
    fields,
    indexes: [],
    search_indexes: [],
    vector_indexes: [],
    shape,
  }
}
