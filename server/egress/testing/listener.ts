// An HTTP server on loopback for tests: it counts who connects, and keeps what it was sent.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'

export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

export interface Listener {
  /** `127.0.0.1:port`, as PRIVATE_HOSTS spells it. */
  host: string
  port: number
  url: string
  received: Received[]
  /** TCP connections so far, with or without a request on them. */
  connections: () => number
  close: () => Promise<void>
}

/** Starts a listener. The answer may take over the response; by default it says `fine`. */
export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse, received: Received) => void = (_, response) =>
    response.end('fine'),
  address = '127.0.0.1',
): Promise<Listener> {
  const received: Received[] = []
  let connections = 0
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const item = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      received.push(item)
      answer(request, response, item)
    })
  })
  server.on('connection', () => connections++)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, address, resolve))
  const { port } = server.address() as AddressInfo
  const host = `${address.includes(':') ? `[${address}]` : address}:${port}`
  return {
    host,
    port,
    url: `http://${host}`,
    received,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
