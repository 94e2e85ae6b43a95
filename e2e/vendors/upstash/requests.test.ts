// The requests that we build against those of the official SDK, and against the vendor's specification.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from '@upstash/redis'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadCatalog, ROOT } from '../../../src/catalog/load.ts'
import { type JsonSchema } from '../../../src/contract/json-schema.ts'
import { formatJson } from '../../../src/contract/value.ts'
import { databases, teams } from '../../../src/demo/upstash/account.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { hideReplySecrets } from '../../../src/vendor/hidden.ts'
import { planCall } from '../../../src/vendor/plan.ts'
import { listen } from '../listen.ts'

const upstash = loadCatalog().integrations['upstash']!
const spy = await listen(() => ({ status: 200, headers: {}, body: '{"result":null}' }))
afterAll(() => spy.close())

function plan(name: string, args: object) {
  const fn = upstash.functions.find((candidate) => candidate.name === name)!
  const settings = { redis_url: spy.origin }
  const first = planCall(upstash, fn, checkArguments(fn, JSON.stringify(args)), settings, () => true).next()
  if (first.done) throw new Error('no request was made')
  return first.value
}

/** Redis reads command names and options in any case; the SDK writes them in lower case. */
function lowerWords(body: string, ...places: number[]): unknown[] {
  return (JSON.parse(body) as unknown[]).map((word, at) => (places.includes(at) ? String(word).toLowerCase() : word))
}

describe('the official SDK sends the same', () => {
  const sdk = new Redis({
    url: spy.origin,
    token: 'spy-token',
    retry: false,
    enableTelemetry: false,
    enableAutoPipelining: false,
    responseEncoding: false,
  })

  test.each<[string, object, (redis: Redis) => Promise<unknown>, number[]]>([
    ['get_key', { key: 'a b/ü?#%' }, (r) => r.get('a b/ü?#%'), [0]],
    ['set_key', { key: 'k', value: 'v' }, (r) => r.set('k', 'v'), [0]],
    ['set_key', { key: 'k', value: '', ex: 60 }, (r) => r.set('k', '', { ex: 60 }), [0, 3]],
    ['delete_key', { key: 'k' }, (r) => r.del('k'), [0]],
    ['list_keys', { pattern: 'user:*' }, (r) => r.keys('user:*'), [0]],
    ['list_keys', {}, (r) => r.keys('*'), [0]],
  ])('%s %j', async (name, args, call, places) => {
    spy.log.length = 0
    await call(sdk)
    const [sent] = spy.log
    const ours = plan(name, args)
    expect(spy.log).toHaveLength(1)
    expect({ method: ours.method, url: new URL(ours.url).pathname }).toEqual({ method: sent!.method, url: sent!.url })
    expect(lowerWords(ours.body!, ...places)).toEqual(lowerWords(sent!.body, ...places))
    expect(sent!.headers['content-type']).toBe(ours.headers['Content-Type'])
    expect(sent!.headers['authorization']).toBe('Bearer spy-token')
    expect(ours.auth).toEqual({ kind: 'bearer', field: 'rest_token' })
  })
})

test('the management API is at its documented address, unless an account says otherwise', () => {
  expect(plan('list_databases', {}).url).toBe('https://api.upstash.com/v2/redis/databases')
})

test('a lifetime of 0 is refused before Redis would', () => {
  expect(() => plan('set_key', { key: 'k', value: 'v', ex: 0 })).toThrow('`ex` must be at least 1')
})

test('no secret of a database is shown, where the vendor answers with them', () => {
  const secrets = { password: 'pw-1', rest_token: 'pw-2', read_only_rest_token: 'pw-3' }
  const body = formatJson([{ ...databases[0]!, ...secrets }])
  expect(hideReplySecrets(upstash, body)).not.toContain('pw-')
})

test('the declared fields of a database and a team are those of a documented reply', () => {
  const output = (name: string) => upstash.functions.find((fn) => fn.name === name)!.output
  const fields = (schema?: JsonSchema) => Object.keys(schema!.properties!).sort()
  expect(fields(output('get_database'))).toEqual(Object.keys(databases[0]!).sort())
  expect(fields(output('list_databases').items)).toEqual(Object.keys(databases[0]!).sort())
  expect(fields(output('get_current_user').properties!['teams']!.items)).toEqual(Object.keys(teams[0]!).sort())
})

interface Specification {
  servers: [{ url: string }]
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[]; security: Record<string, []>[] }>>
  components: { schemas: Record<string, { properties: Record<string, SpecificationField> }> }
}

interface SpecificationField {
  type: string
  enum?: string[]
  items?: SpecificationField
  properties?: Record<string, SpecificationField>
}

const file = join(ROOT, '../shared/specs/upstash-developer-api-openapi.yml')
const specification = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Specification) : null
if (!specification) console.warn("Skipped: the vendor's specification is not beside the checkout (../shared/specs)")

describe.skipIf(!specification)("the vendor's specification", () => {
  test.each([
    ['list_databases', {}, '/redis/databases'],
    ['get_database', { id: 'abc' }, '/redis/database/{id}'],
    ['get_current_user', {}, '/teams'],
  ])('has the request of %s', (name, args, path) => {
    const { servers, paths } = specification!
    const request = plan(name, args)
    const url = new URL(request.url)
    const operation = paths[path]![request.method.toLowerCase()]!
    expect(url.origin + url.pathname).toBe(servers[0].url + path.replace('{id}', 'abc'))
    const known = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => parameter.name)
    expect([...url.searchParams.keys()].filter((key) => !known.includes(key))).toEqual([])
    expect(operation.security).toEqual([{ basicAuth: [] }])
    expect(request.auth?.kind).toBe('basic')
  })

  const outputs = Object.fromEntries(upstash.functions.map(({ name, output }) => [name, output]))

  test.each<[string, JsonSchema | undefined, string]>([
    ['list_databases', outputs['list_databases']!.items, 'Database'],
    ['get_database', outputs['get_database'], 'Database'],
    ['get_current_user', outputs['get_current_user']!.properties!['teams']!.items, 'Team'],
  ])('has the fields of %s, all and only these, with their types', (_name, output, schema) => {
    expect(describeFields(output!.properties!)).toEqual(
      describeFields(specification!.components.schemas[schema]!.properties),
    )
  })

  test.each([
    ['Database', databases],
    ['Team', teams],
  ])('has the fields of the demo vendor: %s', (schema, rows) => {
    const fields = Object.keys(specification!.components.schemas[schema]!.properties).sort()
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(fields)
  })
})

/** Fields by name with type and choices. Of one choice we say nothing: `region` had others before, and will again. */
function describeFields(fields: Record<string, SpecificationField | JsonSchema>): Record<string, string> {
  const describe = (field: SpecificationField | JsonSchema): string => {
    const choices = field.enum && field.enum.length > 1 && field.enum[0] !== 'true' && !field.enum.includes('us-east-1')
    const inner = field.properties ? JSON.stringify(describeFields(field.properties)) : ''
    return `${field.type} ${choices ? field.enum!.join('|') : ''} ${field.items ? describe(field.items) : ''} ${inner}`
  }
  const sorted = Object.keys(fields).sort()
  return Object.fromEntries(sorted.map((name) => [name, describe(fields[name]!)]))
}
