// JSON Pointers (RFC 6901) into replies.
import { isObject, type Value } from '../contract/value.ts'

/** What lies at a pointer, or undefined where nothing does. The empty pointer is the whole value. */
export function readPointer(value: Value, pointer: string): Value | undefined {
  if (!pointer) return value
  const segments = pointer.slice(1).split('/')
  return segments.reduce<Value | undefined>((node, segment) => {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(node)) return /^(0|[1-9]\d*)$/.test(key) ? node[Number(key)] : undefined
    return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined
  }, value)
}
