// A real TLS proxy in front of a server: what a balancer does, with a certificate made for the test.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { Agent, createServer, request } from 'node:https'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TlsProxy extends AsyncDisposable {
  port: number
  /** The certificate, for a client to trust. */
  certificate: string
}

/** @param forwarded headers that the proxy sets; a proxy that forgets them is a case too */
export async function startTlsProxy(target: () => string, forwarded: Record<string, string>): Promise<TlsProxy> {
  const { key, certificate } = makeCertificate()
  const server = createServer({ key, cert: certificate }, (incoming, outgoing) => {
    const client = incoming.socket.remoteAddress!.replace('::ffff:', '')
    // It appends to what the client claims, as proxies do.
    const hops = [incoming.headers['x-forwarded-for'], client].flat().filter(Boolean).join(', ')
    const headers = { ...incoming.headers, 'x-forwarded-for': hops, ...forwarded }
    const onward = httpRequest(`${target()}${incoming.url}`, { method: incoming.method!, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode!, reply.headers)
      reply.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    certificate,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function makeCertificate(): { key: string; certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kosmokrator-tls-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const names = ['-subj', '/CN=lua.test', '-addext', 'subjectAltName=DNS:lua.test']
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  const made = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  rmSync(folder, { recursive: true })
  return made
}

export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** One request through TLS as lua.test; the certificate is checked. */
export function askThrough(
  proxy: TlsProxy,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Reply> {
  const agent = new Agent({ ca: proxy.certificate, servername: 'lua.test' })
  return new Promise((resolve, reject) => {
    const headers = { Host: `lua.test:${proxy.port}`, ...init.headers }
    const options = { host: '127.0.0.1', port: proxy.port, path, method: init.method ?? 'GET', headers, agent }
    const sent = request(options, (reply) => {
      let text = ''
      reply.on('data', (chunk: Buffer) => (text += chunk.toString()))
      reply.on('end', () => {
        agent.destroy()
        resolve({ status: reply.statusCode!, headers: reply.headers, text })
      })
    })
    sent.on('error', reject)
    sent.end(init.body)
  })
}
