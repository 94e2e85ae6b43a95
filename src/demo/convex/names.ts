// Names of tables and fields, as Convex takes them.
// Source: crates/convex/sync_types/src/identifier.rs of get-convex/convex-backend.

/** What is wrong with the name of a table, in the vendor's words; null for a right one. */
export function findNameProblem(name: string): string | null {
  if (!name) return 'Identifier cannot be empty'
  if (!/^[A-Za-z_]/.test(name)) {
    return `Invalid first character '${[...name][0]}' in ${name}: Identifiers must start with an alphabetic character or underscore`
  }
  const wrong = /[^A-Za-z0-9_]/u.exec(name)?.[0]
  if (wrong !== undefined) {
    return `Identifier ${name} has invalid character '${wrong}': Identifiers can only contain alphanumeric characters or underscores`
  }
  if (name.length > 64) return `Identifier is too long (${name.length} > maximum 64)`
  return /^_+$/.test(name) ? `Identifier ${name} cannot have exclusively underscores` : null
}

/** Fields at the top of a document that begin with an underscore are the system's own. */
export function findReserved(fields: object): string | null {
  const reserved = Object.keys(fields).find((name) => name.startsWith('_'))
  if (reserved === undefined) return null
  return `Field '${reserved}' starts with an underscore, which is only allowed for system fields like '_id'`
}
