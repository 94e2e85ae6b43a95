// The addresses of snippets: `/s/<id>` and `/s/<id>@<n>` as the playground's page, the same with `.lua` as plain text.
import { type Context } from 'hono'
import { parseSnippetName, snippetPath } from '../../src/contract/snippet.ts'
import { type HttpEnvironment } from './environment.ts'
import { sendFile } from './serve-site.ts'
import { type Site } from './site.ts'

export interface SnippetText {
  version: number
  source: string
}

/**
 * Reads one version, the newest where none is named, for whoever sent this Cookie header.
 * Null for all that the sender may not read, whatever the reason.
 */
export type ReadSnippet = (
  cookie: string | undefined,
  id: string,
  version: number | null,
) => Promise<SnippetText | null>

const PREFIX = '/s/'
const MISSING = 'There is no such snippet, or it is not shared with you.\n'

/** A handler for everything below `/s/`. No reply is kept by anyone: what is revoked is gone at once. */
export function serveSnippets(site: Site, read: ReadSnippet) {
  return async (c: Context<HttpEnvironment>): Promise<Response> => {
    c.header('Cache-Control', 'no-store')
    c.header('X-Robots-Tag', 'noindex')
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return c.text('This address can only be read.\n', 405, { Allow: 'GET, HEAD' })
    }
    const { pathname, search } = new URL(c.req.url)
    const named = readAddress(pathname)
    if (!named) return sendPage(c, site, '/404.html', 404)
    const { id, version, raw } = named
    const address = snippetPath(id, version ?? undefined) + (raw ? '.lua' : '')
    // One spelling per snippet. The name alone decides, so this says nothing of what exists.
    if (address !== pathname) return c.redirect(address + search, 301)
    const found = await read(c.req.header('Cookie'), id, version)
    if (!raw) return sendPage(c, site, '/playground/', found ? 200 : 404)
    return found ? sendSource(c, id, found) : c.text(MISSING, 404)
  }
}

/** Accepts percent-encoded signs and a slash at the end of a page's address, as chats and people add them. */
function readAddress(pathname: string): { id: string; version: number | null; raw: boolean } | null {
  const name = decode(pathname.slice(PREFIX.length))
  const raw = name.endsWith('.lua')
  const parsed = parseSnippetName(raw ? name.slice(0, -'.lua'.length) : name.replace(/\/$/, ''))
  return parsed && { ...parsed, raw }
}

/** What cannot be decoded stays as it is, and is then no name. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function sendPage(
  c: Context<HttpEnvironment>,
  site: Site,
  path: string,
  status: 200 | 404,
): Promise<Response> | Response {
  const page = site.find(path)
  return page?.kind === 'file' ? sendFile(c, page, status, false) : c.text(MISSING, 404)
}

/** Nothing that a browser could take for a page: whoever wrote the source must not get a page of this origin. */
function sendSource(c: Context<HttpEnvironment>, id: string, { source, version }: SnippetText): Response {
  c.header('Content-Type', 'text/plain; charset=utf-8')
  c.header('Content-Security-Policy', "sandbox; default-src 'none'")
  c.header('Content-Disposition', `inline; filename="${id}@${version}.lua"`)
  c.header('Content-Length', String(Buffer.byteLength(source)))
  return c.req.method === 'HEAD' ? c.body(null) : c.body(source)
}
