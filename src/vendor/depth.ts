// How deeply a value is nested: what is nested without end must not reach code that walks it.
import { isObject, type Value } from '../contract/value.ts'

/** Whether more than `most` lists and objects lie in each other. Goes level by level: no depth can overflow the stack. */
export function isTooDeep(value: Value, most: number): boolean {
  let level = listInner([value])
  for (let depth = 1; level; depth++) {
    if (depth > most) return true
    level = listInner(level)
  }
  return false
}

/** What the lists and objects among the values hold; null where there are none. */
function listInner(values: Value[]): Value[] | null {
  const inner = values.flatMap((value) =>
    Array.isArray(value) ? [value] : isObject(value) ? [Object.values(value)] : [],
  )
  return inner.length ? inner.flat() : null
}
