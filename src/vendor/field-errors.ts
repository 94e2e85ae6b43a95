// What a vendor says of single fields in an error reply.
import { type ErrorBinding } from '../contract/binding.ts'
import { type FieldError } from '../contract/errors.ts'
import { isObject, type Value } from '../contract/value.ts'
import { findText } from './find-text.ts'
import { readPointer } from './pointer.ts'
import { tidyText } from './tidy-text.ts'

/** More than this many are no help. */
const MOST = 20

/** Field errors as `fields` of an error binding finds them; entries without a field's name are left out. */
export function readFieldErrors(json: Value, binding: ErrorBinding['fields']): FieldError[] {
  if (!binding) return []
  const found = 'object' in binding ? readObject(json, binding.object) : readList(json, binding)
  return found.slice(0, MOST)
}

function readObject(json: Value, pointer: string): FieldError[] {
  const object = readPointer(json, pointer)
  if (!isObject(object)) return []
  return Object.entries(object).flatMap(([name, said]) =>
    (Array.isArray(said) ? said : [said]).flatMap((text) =>
      typeof text === 'string' ? [{ name: tidyText(name), message: tidyText(text) }] : [],
    ),
  )
}

type ListBinding = Extract<ErrorBinding['fields'], { list: string }>

function readList(json: Value, binding: ListBinding): FieldError[] {
  const list = readPointer(json, binding.list)
  if (!Array.isArray(list)) return []
  return list.flatMap((entry) => {
    const name = findText(entry, [binding.name])
    const message = findText(entry, binding.message)
    return name !== undefined && message !== undefined ? [{ name, message }] : []
  })
}
