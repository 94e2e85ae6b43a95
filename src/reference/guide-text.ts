// A guide as plain Markdown: its components replaced by the text that they show.
import { ERROR_KINDS, type ErrorCode } from '../contract/errors.ts'
import { ERROR_GROUPS } from './error-groups.ts'
import { type Example } from './examples.ts'
import { listLimits } from './limits.ts'
import { writeCode } from './markdown.ts'

/** Finds an example by integration and name. */
export type FindExample = (integration: string, name: string) => Example | undefined

/** @param body source of the guide, Markdown or MDX, without its frontmatter */
export function writeGuide(body: string, findExample: FindExample): string {
  return body
    .replace(/^import .*\n+/gm, '')
    .replace(/^<ErrorTable \/>$/gm, writeErrors)
    .replace(/^<LimitTable \/>$/gm, writeLimits)
    .replace(/^<SiteExample integration="([^"]+)" name="([^"]+)" \/>$/gm, (_, integration: string, name: string) => {
      const example = findExample(integration, name)
      if (!example) throw new Error(`A guide shows the example "${name}" of "${integration}", which does not exist.`)
      return writeCode(example)
    })
    .replace(/^<[A-Z]\w*[^>]*\/>\n*/gm, '')
    .trim()
}

function writeErrors(): string {
  return ERROR_GROUPS.map(({ title, codes }) => {
    const lines = (Object.entries(codes) as [ErrorCode, string][]).map(([code, when]) => {
      const { hint, retryable } = ERROR_KINDS[code]
      return `- \`${code}\`: ${when} ${hint}${retryable ? ' The same call may work later.' : ''}`
    })
    return `### ${title}\n\n${lines.join('\n')}`
  }).join('\n\n')
}

function writeLimits(): string {
  return listLimits()
    .map(({ label, figure, setting }) => `- ${label}: ${figure}${setting ? ` (\`${setting}\`)` : ''}`)
    .join('\n')
}
