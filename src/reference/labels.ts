// Words that the reference uses for effects, facts and requests.
import { type CatalogCounts } from '../catalog/counts.ts'
import { type FunctionDefinition, type IntegrationDefinition } from '../contract/definition.ts'
import { type Effect, operationOf } from '../contract/effect.ts'
import { type RequestView } from '../contract/http.ts'

/** `Read`, `Write` or `Destructive`. */
export function labelEffect(effect: Effect): string {
  return effect.charAt(0).toUpperCase() + effect.slice(1)
}

/** `Read` or `Write`, as the original pages name the operation. */
export function labelOperation(effect: Effect): string {
  return operationOf(effect) === 'read' ? 'Read' : 'Write'
}

/** The stats of the head, in the order and the words of the original: 7 functions 5 read 2 write API key auth. */
export function listFacts(counts: CatalogCounts, auth: string): [value: string, label: string][] {
  return [
    [counts.functions.toString(), counts.functions === 1 ? 'function' : 'functions'],
    [counts.read.toString(), 'read'],
    [counts.write.toString(), 'write'],
    [auth, 'auth'],
  ]
}

/** The credentials that a function needs, by title; undefined where the integration has only one kind. */
export function labelNeeds(
  { servers, credentials }: Pick<IntegrationDefinition, 'servers' | 'credentials'>,
  { request }: Pick<FunctionDefinition, 'request'>,
): string | undefined {
  const server = request && servers[request.server]
  if (!server || credentials.length < 2) return undefined
  return credentials.find(({ key }) => key === server.credentials)?.title
}

/** How a script asks for the page after one, in Markdown; undefined for what comes whole. */
export function describePages({ pagination }: Pick<FunctionDefinition, 'pagination'>): string | undefined {
  if (!pagination) return undefined
  const [items, next] = [pagination.items, pagination.next].map((pointer) => pointer.slice(1).replaceAll('/', '.'))
  return `One page at a time in \`${items}\`. For the next, pass \`${next}\` of the result as \`${pagination.argument}\`, until there is none.`
}

/** A request as plain text: line, headers, empty line, body. JSON bodies are indented when they are long. */
export function formatRequest({ method, url, headers, body }: RequestView): string {
  const lines = [`${method} ${url}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return body === null ? lines.join('\n') : [...lines, '', formatBody(body)].join('\n')
}

const LONG = 80

function formatBody(body: string): string {
  if (body.length <= LONG) return body
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
