// The list of an integration's starters, as the accounts page loads it once an account is connected.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type Starter } from '../contract/starter.ts'
import { editLink } from './edit-link.ts'
import { type Example, listStarters } from './examples.ts'

export function writeStarters(definition: IntegrationDefinition, examples: readonly Example[]): Starter[] {
  return listStarters(examples).map(({ title, source, functions }) => ({
    title,
    href: editLink(source),
    credentials: [...new Set(functions.flatMap((name) => listGroups(definition, name)))],
  }))
}

/** Keys of the credential groups that a function uses; of all groups where a handler decides. */
function listGroups({ functions, servers }: IntegrationDefinition, name: string): string[] {
  const request = functions.find((fn) => fn.name === name)?.request
  const server = request && servers[request.server]
  return server ? [server.credentials] : [...new Set(Object.values(servers).map(({ credentials }) => credentials))]
}
