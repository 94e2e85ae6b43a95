// The sandbox frame's document, under the policy that knows its one script.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context } from 'hono'
import { type HttpEnvironment } from './environment.ts'
import { frameHeaders } from './frame-csp.ts'

interface Frame {
  html: string
  tag: string
  headers: Record<string, string>
}

/** @param fresh reads the files for every request, for development */
export function serveFrame(root: string, fresh: boolean) {
  const kept = fresh ? undefined : readFrame(root)
  return (c: Context<HttpEnvironment>): Response => {
    const frame = kept ?? readFrame(root)
    if (!frame) return c.text('The sandbox frame is not built: run npm run build.\n', 503)
    for (const [name, value] of Object.entries(frame.headers)) c.header(name, value)
    c.header('Cache-Control', 'no-cache')
    c.header('ETag', frame.tag)
    return c.req.header('If-None-Match') === frame.tag ? c.body(null, 304) : c.html(frame.html)
  }
}

function readFrame(root: string): Frame | undefined {
  const folder = join(root, 'build/sandbox')
  if (!existsSync(join(folder, 'frame.json'))) return undefined
  const html = readFileSync(join(folder, 'frame.html'), 'utf8')
  const { scriptHash } = JSON.parse(readFileSync(join(folder, 'frame.json'), 'utf8')) as { scriptHash: string }
  const tag = `"${createHash('sha256').update(html).digest('hex').slice(0, 16)}"`
  return { html, tag, headers: frameHeaders(scriptHash) }
}
