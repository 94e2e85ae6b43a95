// Checks of prose: the guide beside a definition, and the texts inside it.

/** Raw HTML, which no page may ever render. */
const HTML = /<[a-z!/][^>]*>/i

/** Whether a text in Markdown holds raw HTML; code spans and blocks may. */
export function holdsHtml(markdown: string): boolean {
  return HTML.test(markdown.replace(/```[\s\S]*?```|`[^`]*`/g, ''))
}

/** Yields what is wrong with a guide: raw HTML, and headings of the first level, which is the page's own. */
export function* checkGuide(markdown: string): Generator<{ line: number; reason: string }> {
  // Blocks of code keep their lines, so that the numbers stay right.
  const text = markdown.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ''))
  for (const [index, line] of text.split('\n').entries()) {
    if (holdsHtml(line)) yield { line: index + 1, reason: 'must not hold raw HTML' }
    if (/^# /.test(line)) yield { line: index + 1, reason: 'headings begin at ##' }
  }
}
