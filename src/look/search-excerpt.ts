// An excerpt as the index gives it: text with <mark> around what matched.

export interface ExcerptPart {
  text: string
  marked: boolean
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" }

/** Splits an excerpt at its marks, as plain text: nothing in it is ever read as HTML. */
export function readExcerpt(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter(Boolean)
    .map((part) => ({
      text: part.replace(/<\/?mark>/g, '').replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity),
      marked: part.startsWith('<mark>'),
    }))
}

/** The excerpt as nodes. */
export function showExcerpt(excerpt: string): Node[] {
  return readExcerpt(excerpt).map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text)
    const mark = document.createElement('mark')
    mark.textContent = text
    return mark
  })
}
