// Metadata of users, organizations and memberships: merged or replaced, field by field.
import { isObject } from '../../contract/value.ts'
import { type Form } from './body.ts'
import { type Fields } from './state.ts'

const FIELDS = ['public_metadata', 'private_metadata', 'unsafe_metadata'] as const

/** The body of the routes that end in `/metadata`. */
export function metadataForm(...names: readonly (typeof FIELDS)[number][]): Form {
  return { fields: Object.fromEntries(names.map((name) => [name, { type: 'object' as const }])), strict: true }
}

/** The metadata of a body; an empty object for what it leaves out or sets to null. */
export function readMetadata(body: Fields, name: (typeof FIELDS)[number]): Fields {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  return isObject(value) ? value : {}
}

/** Puts the metadata of a body in the place of a row's own, where the body has any. */
export function replaceMetadata<Row extends object>(row: Row, body: Fields): void {
  for (const name of FIELDS) {
    if (Object.hasOwn(body, name) && name in row) Object.assign(row, { [name]: readMetadata(body, name) })
  }
}

/** Merges the metadata of a body into a row's own, at every depth; null removes a key. */
export function mergeMetadata<Row extends object>(row: Row, body: Fields): void {
  for (const name of FIELDS) {
    if (!Object.hasOwn(body, name) || !(name in row)) continue
    const own = (row as Record<string, unknown>)[name] as Fields
    Object.assign(row, { [name]: mergeFields(own, readMetadata(body, name)) })
  }
}

function mergeFields(own: Fields, given: Fields): Fields {
  const merged = new Map(Object.entries(own))
  for (const [key, value] of Object.entries(given)) {
    const old = merged.get(key)
    if (value === null) merged.delete(key)
    else merged.set(key, isObject(value) ? mergeFields(isObject(old) ? old : {}, value) : value)
  }
  return Object.fromEntries(merged)
}
