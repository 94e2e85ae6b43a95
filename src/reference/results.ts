// The results of all functions of a page: an object that several of them answer is described once, the others refer to it.
import { type FunctionDefinition } from '../contract/definition.ts'
import { type JsonSchema } from '../contract/json-schema.ts'
import { describeResult, type Field, listFields } from './fields.ts'

export interface Result {
  /** What it is, when it is not simply an object with fields. */
  type: string | null
  fields: Field[]
  /** The function whose result describes the fields; they are not listed again. */
  alike: string | null
  /** Fields of the object that it is instead, where an argument turns a list into one; empty everywhere else. */
  otherwise: Field[]
}

/**
 * What a result is, as a sentence begins.
 *
 * @example nameType('object or list of objects') // 'An object or list of objects'
 */
export function nameType(type: Result['type']): string {
  const name = type ?? 'object'
  return `${/^[aeiou]/.test(name) ? 'An' : 'A'} ${name}`
}

interface Described {
  fn: Pick<FunctionDefinition, 'output'>
  name: string
  fields: Field[]
  otherwise: Field[]
}

/** Fewer fields than this are read faster than a reference is followed. */
const WORTH_FOLDING = 6

/** Each function with its result, in their order. */
export function listResults<Fn extends Pick<FunctionDefinition, 'name' | 'output'>>(
  functions: readonly Fn[],
): { fn: Fn; result: Result }[] {
  const all = functions.map((fn) => {
    const [output, other] = splitOutput(fn.output)
    return { fn, name: fn.name, output, fields: listFields(output), otherwise: other ? listFields(other) : [] }
  })
  const owners = findOwners(all)
  return all.map(({ fn, name, output, fields, otherwise }) => {
    const alike = otherOwner(owners, fields, name)
    const own = alike ? [] : fields.map((field) => fold(owners, field, name))
    const others = otherwise.map((field) => fold(owners, field, name))
    return { fn, result: { type: describeResult(output), fields: own, alike, otherwise: others } }
  })
}

/** A result that is either a list or an object, as its two forms: their fields must not stand in one list. */
function splitOutput(output: JsonSchema): [JsonSchema, JsonSchema?] {
  const [list, object] = output.anyOf ?? []
  const isEither = output.anyOf?.length === 2 && list?.type === 'array' && object?.type === 'object'
  return isEither && listFields(list).length && listFields(object).length ? [list, object] : [output]
}

/** Which function describes a group of fields: one that answers just that, else a list of it, else the first that holds it. */
function findOwners(all: readonly Described[]): Map<string, string> {
  const owners = new Map<string, string>()
  const claim = (fields: Field[], name: string): void => {
    const key = JSON.stringify(fields)
    if (fields.length >= WORTH_FOLDING && !owners.has(key)) owners.set(key, name)
  }
  for (const { fn, name, fields } of all) if (fn.output.type === 'object') claim(fields, name)
  for (const { name, fields } of all) claim(fields, name)
  const claimInner = (fields: Field[], name: string): void => {
    for (const field of fields) {
      claim(field.fields, name)
      claimInner(field.fields, name)
    }
  }
  for (const { name, fields, otherwise } of all) claimInner([...fields, ...otherwise], name)
  return owners
}

function otherOwner(owners: ReadonlyMap<string, string>, fields: Field[], name: string): string | null {
  const owner = owners.get(JSON.stringify(fields))
  return owner === undefined || owner === name ? null : owner
}

function fold(owners: ReadonlyMap<string, string>, field: Field, name: string): Field {
  const alike = otherOwner(owners, field.fields, name)
  if (alike) return { ...field, fields: [], alike }
  return { ...field, fields: field.fields.map((inner) => fold(owners, inner, name)) }
}
