// Words in the colour of the text stand in it without a mark of their own: most of a script, and of a page's markup.
// Operators are among them: only words that steer the script stand out.

/** The part of a node of highlighted code that matters here; see Shiki's transformers. */
interface Node {
  type: string
  value?: string
  properties?: { style?: unknown }
  children?: Node[] | undefined
}

const OPERATOR = /^\s*[=+\-*/%^#<>~.&|]+\s*$/
/** The tokens of the theme that `code.css` gives the colour of the text. */
const PLAIN = /^color:var\(--astro-code-(?:foreground|token-(?:parameter|punctuation))\)$/

/** A Shiki transformer. */
export const plainTokens = {
  name: 'plain-tokens',
  line(node: Node): void {
    node.children = node.children?.map((token) => {
      const [text] = token.children ?? []
      const isPlain = PLAIN.test(String(token.properties?.style)) || OPERATOR.test(text?.value ?? '')
      return isPlain && text ? text : token
    })
  },
}
