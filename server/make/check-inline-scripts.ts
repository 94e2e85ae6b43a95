// Compares every inline script of the built pages with the checked-in list of those that the site's policy allows.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { listFiles } from './inputs.ts'
import { BuildFailure } from './run.ts'

const LIST = 'server/http/script-hashes.json'
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi
/** Types that a browser runs; anything else is data (HTML: "prepare the script element"). */
const RUNS = /^(module|importmap|speculationrules|(text|application)\/(java|ecma)script)?$/i

export interface InlineScript {
  /** As a policy writes it, without quotes: `sha256-…`. */
  hash: string
  /** Beginning of the source, so that a reader of the list knows which it is. */
  begins: string
}

/** The inline scripts of one page that a browser would run. */
export function findInlineScripts(html: string): InlineScript[] {
  return [...html.matchAll(SCRIPT)].flatMap(([, attributes = '', source = '']) => {
    const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? ''
    if (/\bsrc\s*=/i.test(attributes) || !RUNS.test(type)) return []
    const hash = `sha256-${createHash('sha256').update(source).digest('base64')}`
    return [{ hash, begins: source.trim().replace(/\s+/g, ' ').slice(0, 80) }]
  })
}

/**
 * Fails for a script that is not on the list; with KOSMO_ACCEPT_SCRIPTS=1 it writes the list anew instead.
 * A list made by every build would bless an injected script too.
 *
 * @throws BuildFailure naming the page and the beginning of each unknown script
 */
export function checkInlineScripts(root: string): Promise<void> {
  const found = new Map<string, InlineScript & { page: string }>()
  for (const path of listFiles(join(root, 'dist')).filter((name) => name.endsWith('.html'))) {
    for (const script of findInlineScripts(readFileSync(path, 'utf8'))) {
      if (!found.has(script.hash)) found.set(script.hash, { ...script, page: relative(join(root, 'dist'), path) })
    }
  }
  const file = join(root, LIST)
  if (process.env['KOSMO_ACCEPT_SCRIPTS'] === '1') {
    const list = [...found.values()].map(({ hash, begins }) => ({ hash, begins }))
    list.sort((a, b) => (a.begins < b.begins ? -1 : 1))
    writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`)
    return Promise.resolve()
  }
  const list = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as InlineScript[]) : []
  const unknown = [...found.values()].filter(({ hash }) => !list.some((known) => known.hash === hash))
  if (!unknown.length) return Promise.resolve()
  const lines = unknown.map(({ hash, begins, page }) => `  ${page}: ${hash} ${begins}`)
  const advice = `If they are meant, run KOSMO_ACCEPT_SCRIPTS=1 npm run build, read the change of ${LIST}, and commit it.`
  return Promise.reject(new BuildFailure(`Inline scripts that ${LIST} does not allow:\n${lines.join('\n')}\n${advice}`))
}
