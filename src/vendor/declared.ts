// Keeps of a reply what the definition declares: what nobody declared may be a secret, and no script can rely on it.
import { type JsonSchema } from '../contract/json-schema.ts'
import { isObject, type Value } from '../contract/value.ts'
import { chooseOption } from './prepare.ts'

/** Drops undeclared fields of objects; free-form objects stay whole. Values are not checked. */
export function keepDeclared(schema: JsonSchema, value: Value): Value {
  const shape = chooseOption(schema, value)
  if (Array.isArray(value)) return shape.items ? value.map((item) => keepDeclared(shape.items!, item)) : value
  if (!isObject(value) || shape.freeform !== undefined || shape.type !== 'object') return value
  const declared = shape.properties ?? {}
  const others = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : undefined
  const fields = Object.entries(value).flatMap(([key, field]): [string, Value][] => {
    const inner = Object.hasOwn(declared, key) ? declared[key] : others
    return inner ? [[key, keepDeclared(inner, field)]] : []
  })
  return Object.fromEntries(fields)
}
