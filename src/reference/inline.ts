// The little Markdown that definitions use inside a sentence: code, strong words and links. No HTML.

export type Inline = { kind: 'text' | 'code' | 'strong'; text: string } | { kind: 'link'; text: string; href: string }

const TOKEN = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^)\s]+|\/[^)\s]*)\)/g

/** Splits a sentence into its parts; anything that is no code, strong or link is plain text. */
export function parseInline(markdown: string): Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const match of markdown.matchAll(TOKEN)) {
    if (match.index > end) parts.push({ kind: 'text', text: markdown.slice(end, match.index) })
    const [whole, code, strong, text, href] = match
    if (code !== undefined) parts.push({ kind: 'code', text: code })
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong })
    else parts.push({ kind: 'link', text: text!, href: href! })
    end = match.index + whole.length
  }
  if (end < markdown.length) parts.push({ kind: 'text', text: markdown.slice(end) })
  return parts
}

/** Where a path may break when it is too long for its place: after a dot. */
export function splitPath(code: string): string[] {
  return code.split(/(?<=\w\.)(?=[a-z])/)
}

/** Where a name may break when it is too long for its place: after an underscore. */
export function splitName(name: string): string[] {
  return name.split(/(?<=_)(?=\w)/)
}
