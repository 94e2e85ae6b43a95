// Checks of the servers of a definition: where they are, and which credential fields they use.
import { type CredentialField, type IntegrationDefinition, type ServerBinding } from '../contract/definition.ts'
import { hostAllowed } from '../vendor/server-url.ts'
import { type Finding } from './problem.ts'

/** Yields what is wrong with the servers; paths begin at the definition. */
export function* checkServers(definition: IntegrationDefinition): Generator<Finding> {
  const groups = new Map(definition.credentials.map((group) => [group.key, group]))
  for (const [name, server] of Object.entries(definition.servers)) {
    const path = ['servers', name]
    if (typeof server.url === 'string' && !isOnHosts(server, server.url)) {
      yield { path: [...path, 'url'], reason: `is not on ${server.hosts.join(' or ')}` }
    }
    const group = groups.get(server.credentials)
    if (!group) {
      yield { path: [...path, 'credentials'], reason: `"${server.credentials}" is no credential group` }
      continue
    }
    for (const { at, key, type } of listServerFields(server)) {
      const field = group.fields.find((candidate) => candidate.key === key)
      if (!field) yield { path: [...path, ...at], reason: `"${key}" is no field of the group "${group.key}"` }
      else if (type && field.type !== type) {
        yield { path: [...path, ...at], reason: `"${key}" must be of type ${type}` }
      } else if (type === 'url' && field.default !== undefined && !isOnHosts(server, field.default)) {
        yield { path: [...path, ...at], reason: `the default of "${key}" is not on ${server.hosts.join(' or ')}` }
      }
    }
  }
}

function isOnHosts({ hosts }: ServerBinding, text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url?.protocol === 'https:' && !url.port && hosts.some((pattern) => hostAllowed(pattern, url.hostname))
}

interface ServerField {
  /** Where the server names the field. */
  at: PropertyKey[]
  key: string
  /** What the field must be; a user name may be of any type. */
  type: CredentialField['type'] | null
}

function listServerFields({ url, auth }: ServerBinding): ServerField[] {
  const fields: ServerField[] = typeof url === 'string' ? [] : [{ at: ['url', 'field'], key: url.field, type: 'url' }]
  if ('bearer' in auth) return [...fields, { at: ['auth', 'bearer'], key: auth.bearer, type: 'secret' }]
  const [username, password] = auth.basic
  return [
    ...fields,
    { at: ['auth', 'basic', 0], key: username, type: null },
    { at: ['auth', 'basic', 1], key: password, type: 'secret' },
  ]
}
