// Shapes that Convex inferred from documents, written as short types.
// Source: `dashboard_shape_json` in crates/common/src/shapes/dashboard.rs of get-convex/convex-backend.
import { isObject, type Value } from '../../contract/value.ts'
import { type Field, joinTypes, mergeForms, readName, writeObject } from './field.ts'

const NAMES: Record<string, string> = {
  Null: 'null',
  Int64: 'int64',
  Float64: 'number',
  Boolean: 'boolean',
  String: 'string',
  Bytes: 'bytes',
  Never: 'never',
}

/** The type of a shape, as `array<id<users>>`. What is not known is `any`. */
export function describeShape(shape: Value | undefined): string {
  if (!isObject(shape)) return 'any'
  const { type } = shape
  switch (type) {
    case 'Id':
      return `id<${readName(shape['tableName'])}>`
    case 'Array':
      return `array<${describeShape(shape['shape'])}>`
    case 'Object':
      return writeObject(readObject(shape))
    case 'Record':
      return `record<${describeShape(shape['keyShape'])}, ${describeFieldShape(shape['valueShape'])}>`
    case 'Union':
      return Array.isArray(shape['shapes']) ? joinTypes(shape['shapes'].map(describeShape)) : 'any'
    default:
      return typeof type === 'string' && Object.hasOwn(NAMES, type) ? NAMES[type]! : 'any'
  }
}

/** Fields of the documents of a table: an object, a union of objects, or none where nothing was stored yet. */
export function listShapeFields(shape: Value | undefined): Field[] {
  if (!isObject(shape)) return []
  if (shape['type'] === 'Object') return mergeForms([readObject(shape)])
  if (shape['type'] !== 'Union' || !Array.isArray(shape['shapes'])) return []
  return mergeForms(shape['shapes'].map(readObject))
}

function readObject(shape: Value | undefined): Field[] {
  if (!isObject(shape) || !Array.isArray(shape['fields'])) return []
  return shape['fields'].flatMap((field) =>
    isObject(field)
      ? [
          {
            name: readName(field['fieldName']),
            type: describeShape(field['shape']),
            optional: field['optional'] === true,
          },
        ]
      : [],
  )
}

function describeFieldShape(field: Value | undefined): string {
  return describeShape(isObject(field) ? field['shape'] : undefined)
}
