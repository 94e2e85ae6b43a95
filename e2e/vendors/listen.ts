// A local HTTP server that writes down every request it gets, as the base of the vendors in the tests.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { type VendorReply } from '../../src/contract/http.ts'
import { type FaultyReply } from '../../src/demo/faults.ts'

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
  /** When each connection ended whose client went away before it had its answer, in milliseconds of `performance.now`. */
  abandoned: number[]
  close(): Promise<void>
}

export type Answer = (line: AccessLine) => VendorReply | FaultyReply | Promise<VendorReply>

/** Listens on a free port of the loopback; an answer that throws is a reply with status 500 and the reason. */
export async function listen(answer: Answer): Promise<Listener> {
  const log: AccessLine[] = []
  const abandoned: number[] = []
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) abandoned.push(performance.now())
    })
    void readLine(request)
      .then(async (line) => {
        log.push(line)
        return await answer(line)
      })
      .catch((error: unknown): VendorReply => ({ status: 500, headers: {}, body: String(error) }))
      .then((given) => send(response, 'reply' in given ? given : { reply: given, delayMs: 0, cut: false }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://${host}`, host, log, abandoned, close }
}

/** Sends a reply late, or half of it, where it says so. A client that is gone gets nothing, and no timer is left. */
function send(response: ServerResponse, { reply, delayMs, cut }: FaultyReply): void {
  const { status, headers, body } = reply
  const bytes = Buffer.from(body)
  const timer = setTimeout(() => {
    if (!cut) return void response.writeHead(status, headers).end(bytes)
    response.writeHead(status, { ...headers, 'content-length': String(bytes.length) })
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  }, delayMs)
  response.on('close', () => {
    clearTimeout(timer)
  })
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
