// The title of a script: what its first comment says.
const LONGEST = 60

/**
 * The text after `-- title:`, or of a comment on the first line; null when the script begins with code.
 *
 * @example readTitle('-- title: Cache a forecast\nprint(1)') // 'Cache a forecast'
 */
export function readTitle(source: string): string | null {
  return /^\s*--(?!\[=*\[)[ \t]*(?:title:[ \t]*)?(.*)/.exec(source)?.[1]?.trim() || null
}

/** The same, cut to what has room in a line. */
export function titleOf(source: string): string | null {
  const title = readTitle(source)
  return title && title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title
}
