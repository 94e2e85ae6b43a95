// Clerk's own specification as data: the parameters of an operation, and the fields of its reply.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ROOT } from '../../../src/catalog/load.ts'

export interface SpecSchema {
  $ref?: string
  type?: string
  enum?: unknown[]
  nullable?: boolean
  default?: unknown
  minimum?: number
  maximum?: number
  items?: SpecSchema
  properties?: Record<string, SpecSchema>
  required?: string[]
  additionalProperties?: unknown
  allOf?: SpecSchema[]
  oneOf?: SpecSchema[]
}

interface Parameter {
  $ref?: string
  name: string
  in: 'path' | 'query'
  required?: boolean
  schema: SpecSchema
}

interface Operation {
  parameters?: Parameter[]
  requestBody?: Reply
  responses: Record<string, Reply>
}

interface Reply {
  $ref?: string
  content?: Record<string, { schema: SpecSchema }>
}

const file = join(ROOT, '../shared/specs/clerk-bapi-2025-11-10.yml')
const document = existsSync(file)
  ? (parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Operation>> })
  : null

/** Whether the file is there; it is no part of the project. */
export const isPresent = document !== null

/** Follows references, and joins the parts of an `allOf` and the choices of a `oneOf` into one schema. */
export function resolve(schema: SpecSchema): SpecSchema {
  const target = follow(schema)
  const parts = [...(target.allOf ?? []), ...(target.oneOf ?? [])].map(resolve)
  if (!parts.length) return target
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}), target.properties) as object
  return { ...target, properties: properties as Record<string, SpecSchema> }
}

function follow<Node extends { $ref?: string }>(node: Node): Node {
  if (!node.$ref) return node
  const path = node.$ref.slice(2).split('/')
  return follow(path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document) as Node)
}

export interface TakenParameter {
  required: boolean
  schema: SpecSchema
}

function findOperation(method: string, path: string): Operation {
  return document!.paths[path]![method.toLowerCase()]!
}

/** Everything that an operation takes, wherever it stands: path, query or body. */
export function listParameters(method: string, path: string): Record<string, TakenParameter> {
  const operation = findOperation(method, path)
  const inAddress = (operation.parameters ?? []).map(follow).map((parameter): [string, TakenParameter] => {
    return [parameter.name, { required: parameter.required ?? false, schema: resolve(parameter.schema) }]
  })
  const body = operation.requestBody && follow(operation.requestBody).content?.['application/json']
  const schema = body ? resolve(body.schema) : {}
  const inBody = Object.entries(schema.properties ?? {}).map(([name, field]): [string, TakenParameter] => {
    return [name, { required: schema.required?.includes(name) ?? false, schema: resolve(field) }]
  })
  return Object.fromEntries([...inAddress, ...inBody])
}

/** The schema of the reply with status 200. */
export function findReply(method: string, path: string): SpecSchema {
  return resolve(follow(findOperation(method, path).responses['200']!).content!['application/json']!.schema)
}
