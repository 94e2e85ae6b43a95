// The agent-facing guide of an integration, fitted into the page that holds it.

/**
 * Takes off the title of a guide and puts its headings one level lower: the page has a title of its own.
 * Fenced code is left alone.
 */
export function nestHeadings(markdown: string): string {
  let fenced = false
  return markdown
    .split('\n')
    .flatMap((line) => {
      if (/^(```|~~~)/.test(line)) fenced = !fenced
      if (fenced || !/^#{1,5} /.test(line)) return [line]
      return line.startsWith('# ') ? [] : [`#${line}`]
    })
    .join('\n')
    .trim()
}
