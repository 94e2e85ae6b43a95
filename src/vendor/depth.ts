// How deeply a value is nested: what is nested without end must not reach code that walks it.
import { LIMITS } from '../contract/limits.ts'
import { isObject, type Value } from '../contract/value.ts'

/** Whether a value is nested deeper than `LIMITS.depth`. Goes level by level, so that no depth can overflow the stack. */
export function isTooDeep(value: Value): boolean {
  let level: Value[] = [value]
  for (let depth = 0; level.length; depth++) {
    if (depth > LIMITS.depth) return true
    level = level.flatMap((item) => (Array.isArray(item) ? item : isObject(item) ? Object.values(item) : []))
  }
  return false
}
