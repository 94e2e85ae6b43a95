// Answers a request for a file of the site: caching, conditions, compression, the page for what is not there.
import { type Context } from 'hono'
import { type SiteFile } from '../make/index-site.ts'
import { type HttpEnvironment } from './environment.ts'
import { pagePolicy } from './page-headers.ts'
import { type Found, type Site } from './site.ts'

type Encoding = SiteFile['encodings'][number]

/** A handler for all addresses that nothing else answers. */
export function serveSite(site: Site) {
  return async (c: Context<HttpEnvironment>): Promise<Response> => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return c.text('This address can only be read.\n', 405, { Allow: 'GET, HEAD' })
    }
    const found = site.find(new URL(c.req.url).pathname)
    if (found?.kind === 'redirect') return c.redirect(found.to + new URL(c.req.url).search, 301)
    if (found) return sendFile(c, found, 200)
    const page = site.find('/404.html')
    if (page?.kind === 'file') return sendFile(c, page, 404)
    return c.text('There is no page at this address.\n', 404)
  }
}

/** @param mayKeep whether caches may keep it; false is for a reply that depends on who asks, which says so itself */
export async function sendFile(
  c: Context<HttpEnvironment>,
  file: Found,
  status: 200 | 404,
  mayKeep = true,
): Promise<Response> {
  const encoding = chooseEncoding(c.req.header('Accept-Encoding'), file.encodings)
  if (file.encodings.length) c.header('Vary', 'Accept-Encoding')
  // Also for scripts: a worker takes its policy from its own file.
  c.header('Content-Security-Policy', pagePolicy(c.var.origin))
  if (mayKeep) {
    const tag = `"${file.hash}${encoding ? `-${encoding}` : ''}"`
    c.header('ETag', tag)
    c.header('Cache-Control', file.hashed && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (status === 200 && matchesTag(c.req.header('If-None-Match'), tag)) return c.body(null, 304)
  }
  c.header('Content-Type', file.type)
  if (encoding) c.header('Content-Encoding', encoding)
  const content = await file.read(encoding)
  c.header('Content-Length', String(content.length))
  return c.req.method === 'HEAD' ? c.body(null, status) : c.body(new Uint8Array(content), status)
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly, or `*`. */
function matchesTag(condition: string | undefined, tag: string): boolean {
  if (!condition) return false
  return condition.split(',').some((item) => ['*', tag].includes(item.trim().replace(/^W\//, '')))
}

/** The first copy that the client accepts. A quality of zero is a refusal; other qualities do not change the order. */
export function chooseEncoding(accepted: string | undefined, copies: readonly Encoding[]): Encoding | undefined {
  const names = new Map(
    (accepted ?? '').split(',').map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))] as const
    }),
  )
  return copies.find((copy) => names.get(copy) ?? names.get('*') ?? false)
}
