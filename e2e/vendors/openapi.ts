// A vendor's own OpenAPI specification as a judge of requests and replies. The files are not part of the project.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { ROOT } from '../../src/catalog/load.ts'

export interface SpokenRequest {
  method: string
  /** Path below the specification's server, and the query; percent-encoded. */
  path: string
  /** JSON text; null or empty for none. */
  body: string | null
}

export interface Specification {
  /** What the specification does not allow of a request; empty when all is right. */
  checkRequest(request: SpokenRequest): string[]
  /** The same for the reply to a request. */
  checkReply(request: SpokenRequest, reply: { status: number; body: string }): string[]
}

interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  /** `false`: a list is one value, its items set apart by commas. */
  explode?: boolean
  schema?: { type?: string }
}

interface Operation {
  parameters?: Parameter[]
  requestBody?: { $ref?: string; content?: Record<string, unknown> }
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>
}

type Document = { paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }> }

/**
 * Reads a file of ../shared/specs beside the checkout; null, and a line that says so, where it is missing.
 *
 * @param closed takes fields that the specification does not name for a mistake, and alternatives for such that may overlap
 */
export function openSpecification(name: string, { closed = false } = {}): Specification | null {
  const file = join(ROOT, '../shared/specs', name)
  if (!existsSync(file)) {
    console.warn(`Skipped: ${name} is not beside the checkout (../shared/specs)`)
    return null
  }
  const document = allowNull(parse(readFileSync(file, 'utf8')))
  return judgeBy((closed ? closeObjects(document) : document) as Document)
}

/** Objects take no other fields than their own; one alternative that fits is enough, as `oneOf` is used for `anyOf`. */
function closeObjects(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closeObjects)
  if (typeof node !== 'object' || node === null) return node
  const { oneOf, ...copy } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closeObjects(value)]))
  const isObject = copy['type'] === 'object' && typeof copy['properties'] === 'object'
  return {
    ...copy,
    ...(oneOf !== undefined && { anyOf: oneOf }),
    ...(isObject && !('additionalProperties' in copy) && { additionalProperties: false }),
  }
}

/**
 * OpenAPI 3.0 says `nullable` also beside `oneOf` or `allOf` and without a type. JSON Schema has no such word:
 * there it becomes a choice between the schema and null.
 */
function allowNull(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(allowNull)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => [key, allowNull(value)])
  const copy = Object.fromEntries(entries)
  const isComposed = ['oneOf', 'allOf', 'anyOf', '$ref'].some((word) => word in copy)
  if (copy['nullable'] !== true || (copy['type'] !== undefined && !isComposed)) return copy
  delete copy['nullable']
  return { anyOf: [copy, { type: 'null' }] }
}

function judgeBy(document: Document): Specification {
  // Specifications of real vendors use words that JSON Schema does not know.
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateSchema: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'spec')
  const validators = new Map<string, ValidateFunction>()

  const check = (pointer: string, value: unknown, what: string): string[] => {
    let validate = validators.get(pointer)
    if (!validate) validators.set(pointer, (validate = ajv.compile({ $ref: `spec#${pointer}` })))
    if (validate(value)) return []
    return (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message ?? error.keyword}`)
  }

  const follow = <Node extends { $ref?: string }>(node: Node, at: string): { node: Node; at: string } => {
    if (!node.$ref) return { node, at }
    const target = node.$ref.slice(1)
    return follow(readAt(document, target) as Node, target)
  }

  function checkQuery(found: Found, query: URLSearchParams): string[] {
    const known = new Map(
      found.parameters.map(({ parameter, at }) => {
        const { node, at: place } = follow(parameter, at)
        return [`${node.in} ${node.name}`, { node, place }]
      }),
    )
    const unknown = [...new Set(query.keys())].filter(
      (name) => !known.has(`query ${name}`) && !known.has(`query ${name}[]`),
    )
    const missing = [...known.values()].filter(
      ({ node }) => node.in === 'query' && node.required && !query.has(node.name),
    )
    const wrong = [...known.values()].flatMap(({ node, place }) => {
      const given = query.getAll(node.name)
      const values = node.explode === false ? given.flatMap((text) => text.split(',')) : given
      if (node.in !== 'query' || !values.length || !node.schema) return []
      const { node: schema } = follow(node.schema as { $ref?: string; type?: string }, `${place}/schema`)
      return check(`${place}/schema`, readQueryValue(schema.type, values), `query ${node.name}`)
    })
    return [
      ...unknown.map((name) => `unknown query parameter ${name}`),
      ...missing.map(({ node }) => `missing query parameter ${node.name}`),
      ...wrong,
    ]
  }

  return {
    checkRequest({ method, path, body }) {
      const url = new URL(path, 'http://specification')
      const found = findOperation(document, method, url.pathname)
      if (!found) return [`there is no ${method} ${url.pathname}`]
      const problems = checkQuery(found, url.searchParams)
      const { requestBody } = found.operation
      if (!body) return problems
      if (!requestBody) return [...problems, 'a body where none is taken']
      const { at } = follow(requestBody, `${found.at}/requestBody`)
      return [...problems, ...check(`${at}/content/application~1json/schema`, JSON.parse(body), 'body')]
    },
    checkReply({ method, path }, reply) {
      const { pathname } = new URL(path, 'http://specification')
      const found = findOperation(document, method, pathname)
      if (!found) return [`there is no ${method} ${pathname}`]
      const response = found.operation.responses[reply.status]
      if (!response) return [`status ${reply.status} is not described`]
      const { node, at } = follow(response, `${found.at}/responses/${reply.status}`)
      if (!node.content?.['application/json']) return reply.body ? ['a body where none is described'] : []
      return check(`${at}/content/application~1json/schema`, JSON.parse(reply.body), 'reply')
    },
  }
}

interface Found {
  operation: Operation
  /** JSON Pointer of the operation. */
  at: string
  parameters: { parameter: Parameter; at: string }[]
}

/** The operation of a path: where several templates fit, the one with the fewest placeholders. */
function findOperation({ paths }: Document, method: string, pathname: string): Found | null {
  const segments = pathname.split('/')
  const fitting = Object.keys(paths).filter((template) => {
    const parts = template.split('/')
    const fits = (part: string, index: number) => part === segments[index] || (part.startsWith('{') && segments[index])
    return parts.length === segments.length && parts.every(fits) && paths[template]![method.toLowerCase()]
  })
  const count = (template: string) => template.split('{').length
  const [template] = fitting.sort((a, b) => count(a) - count(b))
  if (template === undefined) return null
  const item = paths[template]!
  const operation = item[method.toLowerCase()]!
  const place = `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const at = `${place}/${method.toLowerCase()}`
  const place0 = (parameter: Parameter, index: number) => ({ parameter, at: `${place}/parameters/${index}` })
  const place1 = (parameter: Parameter, index: number) => ({ parameter, at: `${at}/parameters/${index}` })
  return {
    operation,
    at,
    parameters: [...(item.parameters ?? []).map(place0), ...(operation.parameters ?? []).map(place1)],
  }
}

/** A query value as the type of its parameter has it. */
function readQueryValue(type: string | undefined, values: string[]): unknown {
  if (type === 'array') return values
  const text = values[0]!
  if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

function readAt(document: object, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document)
}
