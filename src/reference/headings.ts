// The sections of a reference page, under the names and in the order of the original pages, for "On this page".

export interface Heading {
  depth: number
  slug: string
  text: string
}

export const SECTIONS = {
  namespace: 'Lua Namespace',
  cli: 'Call Lua from the Headless CLI',
  workflow: 'Workflow file',
  mcp: 'MCP-only Lua',
  guide: 'Agent-Facing Lua Docs',
  accounts: 'Multi-Account Usage',
  raw: 'Raw agent markdown',
  metadata: 'Metadata-derived Lua example',
  functions: 'Functions',
} as const

/** Ids of the sections; none may be a function's name, which holds no hyphen but may be any of the plain words. */
export type SectionKey = keyof typeof SECTIONS

/** The anchor of a section: `lua-namespace`. */
export function anchorOf(key: SectionKey): string {
  const words = SECTIONS[key].toLowerCase().replaceAll(' ', '-')
  return words.includes('-') ? words : `all-${words}`
}

/** All headings of a page; functions, and those of its guide, one level below theirs. `guide` is null without one. */
export function listHeadings(functions: readonly { name: string }[], guide: readonly Heading[] | null): Heading[] {
  const keys = (Object.keys(SECTIONS) as SectionKey[]).filter((key) => key !== 'guide' || guide)
  return keys.flatMap((key) => {
    const heading = { depth: key === 'workflow' ? 3 : 2, slug: anchorOf(key), text: SECTIONS[key] }
    if (key === 'guide') return [heading, ...(guide ?? []).filter(({ depth }) => depth === 3)]
    if (key !== 'functions') return [heading]
    return [heading, ...functions.map(({ name }) => ({ depth: 3, slug: name, text: name }))]
  })
}
