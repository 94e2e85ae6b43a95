// One text for one value: what the hash of a call's arguments is taken of.
import { createHash } from 'node:crypto'
import { formatJson, isObject, type Value } from '../../../src/contract/value.ts'

/** JSON text with sorted keys, so that the order in which Lua walks a table does not matter. */
export function formatCanonical(value: Value): string {
  return formatJson(sortKeys(value))
}

function sortKeys(value: Value): Value {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isObject(value)) return value
  // By code unit, as `sort` does without a comparer: the same on every machine.
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key]!)]))
}

/** SHA-256 over integration, function and canonical arguments, as 64 hex digits. The account is bound beside it. */
export function hashCall(integration: string, fn: string, args: Value): string {
  return createHash('sha256')
    .update(formatCanonical([integration, fn, args]))
    .digest('hex')
}
