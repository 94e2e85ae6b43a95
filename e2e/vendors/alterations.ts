// Every small change of a piece of a definition: each name in it once another one, each value once another one.
import { isObject, type Value } from '../../src/contract/value.ts'

/** Each with the place of the change, as `/tasks/0 (name)`, and the whole as it is then. Nothing for what is not there. */
export function listAlterations(value: Value | undefined): [at: string, changed: Value][] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      listAlterations(item).map(([at, changed]): [string, Value] => [`/${index}${at}`, value.with(index, changed)]),
    )
  }
  if (!isObject(value)) return [['', alterScalar(value)]]
  return Object.entries(value).flatMap(([key, inner]) => {
    const put = (name: string, changed: Value) =>
      Object.fromEntries(Object.entries(value).map((entry) => (entry[0] === key ? [name, changed] : entry)))
    const renamed: [string, Value][] = key.startsWith('$') ? [] : [[`/${key} (name)`, put(`${key}_x`, inner)]]
    return [
      ...renamed,
      ...listAlterations(inner).map(([at, changed]): [string, Value] => [`/${key}${at}`, put(key, changed)]),
    ]
  })
}

/** A text gets one more step, so that a JSON Pointer stays one. */
function alterScalar(value: string | number | bigint | boolean): Value {
  if (typeof value === 'string') return `${value}/x`
  if (typeof value === 'boolean') return !value
  return typeof value === 'bigint' ? value + 1n : value + 1
}
