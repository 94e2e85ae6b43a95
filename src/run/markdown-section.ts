// Cuts one section out of a Markdown page.

const HEADING = /^(#{1,6})\s+(.*)$/
const FENCE = /^\s*(```|~~~)/

/**
 * The section whose heading is `name`, or else the first that has it as a word of its own, subsections included;
 * undefined when there is none.
 * Lines in fenced code are no headings.
 */
export function cutSection(markdown: string, name: string): string | undefined {
  const lines = markdown.split('\n')
  const headings = listHeadings(lines)
  const own = headings.findIndex(({ text }) => text === name)
  const start = own >= 0 ? own : headings.findIndex(({ text }) => text.split(/[^A-Za-z0-9_]+/).includes(name))
  const found = headings[start]
  if (!found) return undefined
  const next = headings.slice(start + 1).find(({ level }) => level <= found.level)
  return lines.slice(found.at, next?.at).join('\n').trimEnd() + '\n'
}

function listHeadings(lines: string[]): { at: number; level: number; text: string }[] {
  let fenced = false
  return lines.flatMap((line, at) => {
    if (FENCE.test(line)) fenced = !fenced
    const [, marks, text] = (!fenced && HEADING.exec(line)) || []
    return marks && text !== undefined ? [{ at, level: marks.length, text }] : []
  })
}
