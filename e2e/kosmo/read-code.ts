// The code that a built page shows, as its reader sees it.

const ENTITIES: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&' }

/** The text of each piece of code, in order; `isBlock` for one that stands on lines of its own. */
export function readCode(html: string): { text: string; isBlock: boolean }[] {
  const pieces = html.matchAll(/<pre[^>]*>(.*?)<\/pre>|<code[^>]*>(.*?)<\/code>/gs)
  return Array.from(pieces, ([, block, inline]) => ({
    text: readText((block ?? inline)!),
    isBlock: block !== undefined,
  }))
}

function readText(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(#x?[\da-f]+|\w+);/gi, (_, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')))
        : (ENTITIES[name] ?? name),
    )
}
