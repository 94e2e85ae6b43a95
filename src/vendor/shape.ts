// Fills the shapes of a definition: request bodies from arguments, results from a reply.
import { type Shape } from '../contract/binding.ts'
import { type Value } from '../contract/value.ts'
import { type Arguments } from './handler.ts'
import { readPointer } from './pointer.ts'

/** What the verbs of a shape read from; a request has no reply yet. */
export interface ShapeSource {
  args: Arguments
  reply?: Value
}

/** The value of a shape, or undefined where its verb finds nothing. Such fields and items are left out. */
export function fillShape(shape: Shape, source: ShapeSource): Value | undefined {
  if (typeof shape !== 'object' || shape === null) return shape
  if (Array.isArray(shape)) return shape.flatMap((item) => fillItem(item, source))
  if (isVerb(shape, '$arg')) return readArgument(source.args, shape.$arg)
  if (isVerb(shape, '$list')) return asList(readArgument(source.args, shape.$list))
  if (isVerb(shape, '$reply')) return readReply(source, shape.$reply)
  if (isVerb(shape, '$count')) {
    const list = readReply(source, shape.$count)
    return Array.isArray(list) ? list.length : undefined
  }
  if (isVerb(shape, '$each')) {
    const { $each, $pick } = shape as { $each: string; $pick: string }
    const list = readReply(source, $each)
    return Array.isArray(list) ? list.flatMap((item) => readPointer(item, $pick) ?? []) : undefined
  }
  if (isVerb(shape, '$last')) {
    const { $last, $pick } = shape as { $last: string; $pick: string }
    const list = readReply(source, $last)
    return Array.isArray(list) && list.length ? readPointer(list.at(-1)!, $pick) : undefined
  }
  const fields = Object.entries(shape as Record<string, Shape>).flatMap(([key, inner]): [string, Value][] => {
    const value = fillShape(inner, source)
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(fields)
}

/** One item of a list: several values for `$when`, none for an argument that was not given. */
function fillItem(item: Shape, source: ShapeSource): Value[] {
  if (typeof item === 'object' && item !== null && isVerb(item, '$when')) {
    const { $when, $items } = item as { $when: string; $items: Shape[] }
    if (readArgument(source.args, $when) === undefined) return []
    return $items.flatMap((inner) => fillItem(inner, source))
  }
  const value = fillShape(item, source)
  return value === undefined ? [] : [value]
}

function asList(value: Value | undefined): Value | undefined {
  return value === undefined || Array.isArray(value) ? value : [value]
}

function readArgument(args: Arguments, name: string): Value | undefined {
  return Object.hasOwn(args, name) ? args[name] : undefined
}

function readReply({ reply }: ShapeSource, pointer: string): Value | undefined {
  return reply === undefined ? undefined : readPointer(reply, pointer)
}

function isVerb<Key extends string>(shape: object, key: Key): shape is Record<Key, string> {
  return Object.hasOwn(shape, key)
}
