// What names may look like, and which known name a wrong one was meant to be.

export const SLUG = /^[a-z][a-z0-9-]{0,47}$/
/** A function, argument or namespace: what may follow a dot in Lua. */
export const IDENTIFIER = /^[a-z][a-z0-9_]{0,63}$/
export const ACCOUNT = /^[a-z][a-z0-9_]{0,31}$/
/** Words of Lua itself, which can follow no dot and name no field: `t.end` does not parse. */
export const LUA_KEYWORDS: readonly string[] =
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(
    ' ',
  )
/** Account names with a meaning of their own. */
export const RESERVED_ACCOUNTS: readonly string[] = ['default', 'demo']

/**
 * All names under which a function of these namespaces resolves in Lua, its own first: its name, its aliases,
 * and each of them behind each namespace and `_` (`convex_list_tables`).
 */
export function spellFunction(
  namespaces: readonly string[],
  { name, aliases }: { name: string; aliases: readonly string[] },
): string[] {
  const short = [name, ...aliases]
  const prefixes = namespaces.map((namespace) => namespace.replaceAll('-', '_'))
  return [...new Set([...short, ...prefixes.flatMap((prefix) => short.map((known) => `${prefix}_${known}`))])]
}

/**
 * The known name nearest to a wrong one, or undefined when none is near enough to suggest.
 *
 * @example nearestName('get_kye', ['get_key', 'set_key']) // 'get_key'
 */
export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1
  for (const name of known) {
    // No distance is less than that of the lengths; a script may ask for a name of any length.
    if (Math.abs(wrong.length - name.length) >= least) continue
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase())
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** Edits (insert, delete, replace, swap of neighbours) between two words; optimal string alignment. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j - 1]! + 1, rows[i - 1]![j]! + 1, rows[i - 1]![j - 1]! + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
