// The guides of the site, as its llms.txt lists them.

export interface Guide {
  /** `errors`, or `decisions/egress-guard`. */
  name: string
  title: string
  summary: string
  /** Path of its Markdown, from the root. */
  path: string
}

/** The guides in the text of llms.txt: `- [Errors](/docs/errors.md): Every way …`, with or without the site's address. */
export function readGuides(llms: string): Guide[] {
  const lines = llms.matchAll(/^- \[([^\]]+)\]\([^)]*?(\/docs\/([\w/-]+)\.md)\): (.*)$/gm)
  return Array.from(lines, ([, title, path, name, summary]) => ({
    name: name!,
    title: title!,
    summary: summary!,
    path: path!,
  }))
}
