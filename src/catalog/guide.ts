// Checks of prose: the guide beside a definition, and the texts inside it.

/** Raw HTML, which no page may ever render. */
const HTML = /<[a-z!/][^>]*>/i

/** A link that would run code, inline or as a reference. */
const SCRIPT_LINK = /(?:\]\(|^ *\[[^\]]*\]:|<)\s*<?(?:javascript|vbscript|data):/im

/** What no text in Markdown may hold, or null; code spans and blocks may. */
export function findForbidden(markdown: string): string | null {
  const prose = markdown.replace(/```[\s\S]*?```|`[^`]*`/g, '')
  if (SCRIPT_LINK.test(prose)) return 'must not hold links that run code'
  return HTML.test(prose) ? 'must not hold raw HTML' : null
}

/** Yields what is wrong with a guide: raw HTML, links that run code, and headings of the first level, which is the page's own. */
export function* checkGuide(markdown: string): Generator<{ line: number; reason: string }> {
  // Blocks of code keep their lines, so that the numbers stay right.
  const text = markdown.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ''))
  for (const [index, line] of text.split('\n').entries()) {
    const forbidden = findForbidden(line)
    if (forbidden) yield { line: index + 1, reason: forbidden }
    if (/^# /.test(line)) yield { line: index + 1, reason: 'headings begin at ##' }
  }
}
