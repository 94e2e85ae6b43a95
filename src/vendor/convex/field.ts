// A field of a table as get_table tells it, whether the project declares it or Convex inferred it.
import { type Value } from '../../contract/value.ts'

export type Field = { name: string; type: string; optional: boolean }

/** Fields that every document has; Convex infers them, and no project declares them. */
const SYSTEM = ['_id', '_creationTime']

/**
 * Fields of a document that has one of several forms: a field that only some of them have is optional, its types are joined.
 */
export function mergeForms(forms: readonly (readonly Field[])[]): Field[] {
  const names = [...new Set(forms.flatMap((form) => form.map(({ name }) => name)))]
  return names
    .filter((name) => !SYSTEM.includes(name))
    .map((name) => {
      const found = forms.flatMap((form) => form.filter((field) => field.name === name))
      const optional = found.length < forms.length || found.some((field) => field.optional)
      return { name, type: joinTypes(found.map(({ type }) => type)), optional }
    })
}

/** `string | null`: each type once. */
export function joinTypes(types: readonly string[]): string {
  return [...new Set(types)].join(' | ')
}

/** `{ street: string, city?: string }` */
export function writeObject(fields: readonly Field[]): string {
  const parts = fields.map(({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${type}`)
  return parts.length ? `{ ${parts.join(', ')} }` : '{}'
}

/** A text of the vendor, or `any` where there is none. */
export function readName(value: Value | undefined): string {
  return typeof value === 'string' ? value : 'any'
}
