// What is wrong with a definition: in which file, at which key, and why.

export interface Problem {
  /** Path of the file from the top of the repository. */
  file: string
  /** Where in the file, as `functions[2].input`; empty for the file as a whole. */
  key: string
  reason: string
}

/** Something wrong inside one definition, with its place in the file. */
export interface Finding {
  path: PropertyKey[]
  reason: string
}

/** One line per problem: `content/integrations/x/integration.yaml: functions[2].input: reason`. */
export function formatProblem({ file, key, reason }: Problem): string {
  return [file, key, reason].filter(Boolean).join(': ')
}

/** Writes a path of keys as people do: `functions[2].input.properties.key`. */
export function formatKey(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text ? `${text}.${String(part)}` : String(part)
  }, '')
}
