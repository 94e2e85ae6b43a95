// A tiny site for the attack tests: exactly the files it is given, with exactly their headers.
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'

export interface SiteFile {
  body: string | Buffer
  headers: Record<string, string>
}

export interface Site {
  origin: string
  /** Files by path; may be changed while the site is up. */
  files: Map<string, SiteFile>
  close(): Promise<void>
}

/** @param host `127.0.0.1`, or `localhost` for a second site that the browser tells from the first */
export async function openSite(host = '127.0.0.1'): Promise<Site> {
  const files = new Map<string, SiteFile>()
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://any').pathname)
    response.writeHead(file ? 200 : 404, file?.headers)
    response.end(file?.body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    files,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export function serveHtml(body: string, headers: Record<string, string> = {}): SiteFile {
  return { body, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } }
}
