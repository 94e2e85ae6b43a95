// The title of a script: what its first comment says.
const LONGEST = 60

/**
 * The text after `-- title:`, or of a comment on the first line; null when the script begins with code.
 *
 * @example titleOf('-- title: Cache a forecast\nprint(1)') // 'Cache a forecast'
 */
export function titleOf(source: string): string | null {
  const comment = /^\s*--(?!\[=*\[)[ \t]*(?:title:[ \t]*)?(.*)/.exec(source)?.[1]?.trim()
  if (!comment) return null
  return comment.length > LONGEST ? `${comment.slice(0, LONGEST - 1)}…` : comment
}
