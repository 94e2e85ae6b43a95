// Operators in the colour of the text: only words that steer the script stand out.

/** The part of a node of highlighted code that matters here; see Shiki's transformers. */
interface Span {
  properties: { style?: unknown }
  children: { type: string; value?: string }[]
}

const OPERATOR = /^\s*[=+\-*/%^#<>~.&|]+\s*$/

/** A Shiki transformer. */
export const plainOperators = {
  name: 'plain-operators',
  span(node: Span): void {
    const [child] = node.children
    if (child?.type === 'text' && OPERATOR.test(child.value ?? '')) delete node.properties.style
  },
}
