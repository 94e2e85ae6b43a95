// Names that would mean two things in Lua: a collision fails the build.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { RESERVED_ACCOUNTS, spellFunction } from '../contract/names.ts'

export interface Collision {
  /** Slug of the integration where the name is used for the second time. */
  slug: string
  /** Where in its file. */
  path: PropertyKey[]
  reason: string
}

/** All spellings of a namespace: as written, and with underscores for what a dot in Lua can follow. */
export function spellNamespace(namespace: string): string[] {
  return [...new Set([namespace, namespace.replaceAll('-', '_')])]
}

/** Finds namespaces that two integrations claim, and function names that clash within one. */
export function findCollisions(definitions: readonly IntegrationDefinition[]): Collision[] {
  return [...findNamespaceCollisions(definitions), ...definitions.flatMap(findFunctionCollisions)]
}

function findNamespaceCollisions(definitions: readonly IntegrationDefinition[]): Collision[] {
  const owners = new Map<string, string>()
  const found: Collision[] = []
  for (const { slug, namespaces } of definitions) {
    for (const [index, namespace] of namespaces.entries()) {
      for (const name of spellNamespace(namespace)) {
        const owner = owners.get(name)
        owners.set(name, owner ?? `${slug} ${namespace}`)
        // The same integration may write one namespace both ways.
        if (owner && owner.split(' ')[0] !== slug) {
          found.push({
            slug,
            path: ['namespaces', index],
            reason: `"${name}" is also a namespace of ${owner.split(' ')[0]}`,
          })
        }
      }
    }
  }
  return found
}

function findFunctionCollisions(definition: IntegrationDefinition): Collision[] {
  const owners = new Map<string, string>()
  const found: Collision[] = []
  for (const [index, fn] of definition.functions.entries()) {
    for (const name of spellFunction(definition.namespaces, fn)) {
      const owner = owners.get(name)
      const path = ['functions', index, 'name']
      const report = (reason: string) => found.push({ slug: definition.slug, path, reason })
      if (owner) report(`"${name}" is also a name of ${owner}`)
      // An account of this name would hide the function, or the other way round.
      if (RESERVED_ACCOUNTS.includes(name)) report(`"${name}" is a reserved account name`)
      owners.set(name, fn.name)
    }
  }
  return found
}
