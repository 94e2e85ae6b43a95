// The one listening socket: taken before anything else starts, let go after the last request was answered.
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener, RequestError } from '@hono/node-server'
import { StartFailure } from '../failure.ts'
import { createProxyList, findClient, rewriteHeaders } from './client.ts'

export interface Listener {
  port: number
  /** Replaces the answer "starting" by the app. */
  serve(fetch: (request: Request) => Response | Promise<Response>): void
  /** Takes no new connections, waits for running requests, at most `graceMs`. */
  drain(graceMs: number): Promise<void>
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'another program listens there. Stop it, or set PORT to another port',
  EACCES: 'this user may not listen there. Set PORT to one above 1023',
  EADDRNOTAVAIL: 'this machine has no such address. Set HOST to one of its own',
  ENOTFOUND: 'there is no such host. Set HOST to an address of this machine',
}

/** How long a port may stay taken by a server that was just told to stop. */
const RELEASE_MS = 2_000

/** @throws StartFailure when the port cannot be had */
export async function listen(host: string, port: number, trustedProxies: readonly string[]): Promise<Listener> {
  const isProxy = createProxyList(trustedProxies)
  let answer: RequestListener = (_, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '1' }).end('The server is starting.\n')
  }
  const server = createServer((incoming, outgoing) => {
    const forwarded = (name: string) => [incoming.headers[name]].flat().filter(Boolean).join(', ') || undefined
    const peer = incoming.socket.remoteAddress ?? 'unknown'
    const client = findClient(peer, forwarded('x-forwarded-for'), forwarded('x-forwarded-proto'), isProxy)
    rewriteHeaders(incoming, client)
    answer(incoming, outgoing)
  })
  // Longer than the usual idle time of balancers, so that they close a connection first.
  server.keepAliveTimeout = 65_000
  await bind(server, host, port)
  return {
    port: (server.address() as AddressInfo).port,
    serve(fetch) {
      answer = getRequestListener(fetch, { errorHandler: answerUnreadable })
    },
    drain: (graceMs) => drain(server, graceMs),
  }
}

/** For what never became a request of the app, as one without a host. The app answers errors of its own. */
function answerUnreadable(error: unknown): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }
  return error instanceof RequestError
    ? new Response('This is no request that can be read.\n', { status: 400, headers })
    : new Response('The server failed.\n', { status: 500, headers })
}

async function bind(server: Server, host: string, port: number): Promise<void> {
  const began = Date.now()
  for (;;) {
    server.listen({ host, port })
    try {
      await once(server, 'listening')
      return
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' || Date.now() - began > RELEASE_MS) {
        throw new StartFailure(`The server cannot listen on ${host}:${port}: ${REASONS[code] ?? message}.`)
      }
      await sleep(100)
    }
  }
}

function drain(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      server.closeAllConnections()
    }, graceMs)
    // A kept-alive connection becomes idle only when its last reply is out.
    const sweep = setInterval(() => {
      server.closeIdleConnections()
    }, 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(sweep)
      resolve()
    })
  })
}
