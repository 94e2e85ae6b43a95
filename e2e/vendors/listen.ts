// A local HTTP server that writes down every request it gets, as the base of the vendors in the tests.
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo } from 'node:net'
import { type VendorReply } from '../../src/contract/http.ts'

/** One request exactly as it arrived. Header names are lower case, as Node gives them. */
export interface AccessLine {
  method: string
  /** Path and query, not decoded. */
  url: string
  headers: Record<string, string>
  body: string
}

export interface Listener {
  /** `http://127.0.0.1:<port>` */
  origin: string
  /** `127.0.0.1:<port>`, as PRIVATE_HOSTS takes it. */
  host: string
  log: AccessLine[]
  close(): Promise<void>
}

export type Answer = (line: AccessLine) => VendorReply | Promise<VendorReply>

/** Listens on a free port of the loopback; an answer that throws is a reply with status 500 and the reason. */
export async function listen(answer: Answer): Promise<Listener> {
  const log: AccessLine[] = []
  const server = createServer((request, response) => {
    void readLine(request)
      .then(async (line) => {
        log.push(line)
        return await answer(line)
      })
      .catch((error: unknown): VendorReply => ({ status: 500, headers: {}, body: String(error) }))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://${host}`, host, log, close }
}

async function readLine(request: IncomingMessage): Promise<AccessLine> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  return {
    method: request.method!,
    url: request.url!,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString(),
  }
}
