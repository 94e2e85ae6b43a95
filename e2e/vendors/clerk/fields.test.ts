// Our arguments and results against Clerk's own specification: every parameter and every field, all and only these.
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../../src/catalog/load.ts'
import { type JsonSchema } from '../../../src/contract/json-schema.ts'
import { findReply, isPresent, listParameters, resolve, type SpecSchema } from './specification.ts'

const all = loadCatalog().integrations['clerk']!.functions
/** The raw helpers have no operation of their own, and the health check asks for one user and no more. */
const functions = all.filter(({ name }) => !name.startsWith('api_') && name !== 'get_current_user')
const named = functions.map((fn) => [fn.name, fn] as const)

if (!isPresent) console.warn("Skipped: the vendor's specification is not beside the checkout (../shared/specs)")

/** Where we say more than the schema does, because the text of the specification says it. */
const SAID_IN_TEXT: Record<string, object> = {
  // "0 means unlimited"
  create_organizations_limit: { minimum: 0 },
  // "By default, the invitation expires after 30 days"
  expires_in_days: { vendorDefault: 30 },
  // "the 'status' query parameter, that accepts multiple values"; the SDK sends a list
  'list_organization_invitations.status': { type: 'array of string' },
  // "If false, the results will not be paginated", which is what the SDK finds without it too
  paginated: { vendorDefault: false },
}

/** Nullable where null empties a field; where something is made, null is the same as nothing and not offered. */
const isUpdate = (name: string) => name === 'update_user' || name === 'update_organization'

function describeOurs(fn: string, name: string, schema: JsonSchema) {
  const choice = schema.anyOf?.find(({ type }) => type === 'array') ?? schema
  const { type, items, minimum, maximum, vendorDefault, nullable } = choice.anyOf ? schema : { ...schema, ...choice }
  return {
    type: items ? `${type} of ${items.type}` : type,
    choices: schema.enum ?? items?.enum,
    minimum,
    maximum,
    vendorDefault,
    nullable: isUpdate(fn) ? (nullable ?? false) : 'as it may be',
    name,
  }
}

function describeTheirs(fn: string, name: string, schema: SpecSchema) {
  return {
    type: schema.items ? `${schema.type} of ${resolve(schema.items).type}` : schema.type,
    choices: schema.enum ?? (schema.items && resolve(schema.items).enum),
    minimum: schema.minimum,
    maximum: schema.maximum,
    vendorDefault: schema.default,
    nullable: isUpdate(fn) ? (schema.nullable ?? false) : 'as it may be',
    name,
    ...SAID_IN_TEXT[name],
    ...SAID_IN_TEXT[`${fn}.${name}`],
  }
}

describe.skipIf(!isPresent)('arguments', () => {
  const OURS: Record<string, string> = { get_user: 'id', update_user: 'id', delete_user: 'id' }

  test.each(named)('of %s: all that Clerk takes, with their types, bounds and defaults', (name, { input, request }) => {
    const path = request!.path.replace('{id}', '{user_id}')
    const theirs = Object.entries(listParameters(request!.method, path)).map(([key, { required, schema }]) => {
      const ours = key === 'user_id' ? (OURS[name] ?? key) : key
      return [ours, { ...describeTheirs(name, ours, schema), required }] as const
    })
    const ours = Object.entries(input.properties!).map(([key, schema]) => {
      return [key, { ...describeOurs(name, key, schema), required: input.required?.includes(key) ?? false }] as const
    })
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
  })

  test('a list may be one text alone, wherever Clerk takes a list of texts in a query', () => {
    for (const { name, input, request } of functions.filter((fn) => fn.request!.method === 'GET')) {
      for (const [key, { schema }] of Object.entries(
        listParameters('GET', request!.path.replace('{id}', '{user_id}')),
      )) {
        if (schema.type !== 'array') continue
        expect([name, key, input.properties![key]!.anyOf!.map(({ type }) => type)]).toEqual([
          name,
          key,
          ['string', 'array'],
        ])
      }
    }
  })
})

/**
 * Fields by path with their types; a list is marked, an object without fields is `free`. The fields of a verification
 * depend on its kind: ours has those of all kinds wherever there is one, and is compared at one place.
 */
function listPaths(schema: JsonSchema | SpecSchema, path = ''): string[] {
  const node = 'anyOf' in schema && schema.anyOf ? schema.anyOf[0]! : resolve(schema as SpecSchema)
  if (node.items) return listPaths(node.items, `${path}[]`)
  const fields = Object.entries(node.properties ?? {})
  if (!fields.length) return [`${path} ${node.type === 'object' ? 'free' : node.type}`]
  return fields.flatMap(([name, field]) => listPaths(field, `${path}/${name}`))
}

function sortPaths(paths: string[]): string[] {
  return [...new Set(paths)].sort()
}

/** The same without what lies inside verifications. */
function withoutVerification(paths: string[]): string[] {
  return sortPaths(paths.map((path) => path.replace(/\/verification\/.*$/, '/verification')))
}

describe.skipIf(!isPresent)('results', () => {
  test.each(named)('of %s: every field of the specification, and no others', (_name, { output, request }) => {
    const theirs = listPaths(findReply(request!.method, request!.path.replace('{id}', '{user_id}')))
    expect(withoutVerification(listPaths(output))).toEqual(withoutVerification(theirs))
  })

  test('a verification has the fields of every kind that there is', () => {
    const user = functions.find(({ name }) => name === 'get_user')!.output
    const theirs = listPaths(findReply('GET', '/users/{user_id}'))
    const pick = (paths: string[]) => paths.flatMap((path) => /\/verification(\/.*)$/.exec(path)?.[1] ?? [])
    expect(sortPaths(pick(listPaths(user)))).toEqual(sortPaths(pick(theirs)))
  })
})
