// The three parts of the site, as the header and the menu name them.

export interface Section {
  href: string
  label: string
}

export const SECTIONS: readonly Section[] = [
  { href: '/integrations/', label: 'Integrations' },
  { href: '/docs/start/', label: 'Guides' },
  { href: '/playground/', label: 'Playground' },
]

/** The `href` of the section that a path lies in, or undefined outside of all. */
export function sectionOf(path: string): string | undefined {
  if (path.startsWith('/docs/')) return '/docs/start/'
  return SECTIONS.find(({ href }) => path.startsWith(href))?.href
}
