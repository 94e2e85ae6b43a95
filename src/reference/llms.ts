// llms.txt and llms-full.txt: the site for readers that are programs (https://llmstxt.org).
import { catalogCounts } from '../catalog/counts.ts'
import { type Reference, writeMarkdown } from './markdown.ts'
import { namespaceOf } from './snippets.ts'

export interface Guide {
  title: string
  description: string
  /** Path of its text, from the root: `/docs/hosting.md`. */
  path: string
  /** Markdown without frontmatter. */
  text: string
}

const SUMMARY =
  '> The Lua API of KosmoKrator integrations. A script calls `app.integrations.<namespace>.<function>{…}`; each function is described once, and its page, this text, the validation and the request all follow from that description.'

/** The list of everything there is to read. `base` is the site's address, or empty for paths. */
export function writeIndex(references: Reference[], guides: Guide[], base: string): string {
  return (
    [
      '# KosmoKrator Lua',
      SUMMARY,
      `Everything in one file: ${base}/llms-full.txt`,
      '## Integrations',
      references
        .map(({ definition }) => {
          const { functions, read, write } = catalogCounts(definition.functions)
          const counts = `${functions.toString()} functions, ${read.toString()} read, ${write.toString()} write`
          return `- [${definition.name}](${base}/integrations/${definition.slug}.md): ${definition.summary} \`${namespaceOf(definition)}\`, ${counts}.`
        })
        .join('\n'),
      '## Guides',
      guides.map(({ title, description, path }) => `- [${title}](${base}${path}): ${description}`).join('\n'),
    ].join('\n\n') + '\n'
  )
}

/** All guides and references, one after the other. */
export function writeFull(references: Reference[], guides: Guide[]): string {
  return ['# KosmoKrator Lua\n', `${SUMMARY}\n`, ...guides.map(writeGuideText), ...references.map(writeMarkdown)].join(
    '\n',
  )
}

/** A guide as a document of its own. */
export function writeGuideText({ title, description, text }: Guide): string {
  return [`# ${title}`, description, text].filter(Boolean).join('\n\n') + '\n'
}
