// Ears for what must not get out: an HTTP server, a bare TCP server and UDP sockets, each hit counted by its channel.
import { createSocket } from 'node:dgram'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'

export interface Listeners {
  /** Names of the channels that got through, sorted. */
  heard(): string[]
  forget(): void
  /** Base of HTTP hits: a request for `/<channel>` counts for that channel. */
  http: string
  /** Port of bare connections: any counts as `preconnect`. */
  tcpPort: number
  /** Ports of datagrams by channel. */
  udpPorts: Record<string, number>
  close(): Promise<void>
}

const UDP_CHANNELS = ['webrtc', 'nested-webrtc', 'webtransport']

export async function openListeners(): Promise<Listeners> {
  const hits = new Set<string>()
  const http = createHttpServer((request, response) => {
    hits.add(new URL(request.url ?? '/', 'http://any').pathname.slice(1))
    response.setHeader('access-control-allow-origin', '*')
    response.end()
  })
  http.on('upgrade', (request, socket) => {
    hits.add((request.url ?? '').slice(1))
    socket.destroy()
  })
  const tcp = createTcpServer((socket) => {
    hits.add('preconnect')
    socket.destroy()
  })
  const sockets = UDP_CHANNELS.map((name) => ({ name, socket: createSocket('udp4', () => hits.add(name)) }))
  await Promise.all([
    new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready)),
    new Promise<void>((ready) => tcp.listen(0, '127.0.0.1', ready)),
    ...sockets.map(({ socket }) => new Promise<void>((ready) => socket.bind(0, '127.0.0.1', ready))),
  ])
  return {
    heard: () => [...hits].sort(),
    forget: () => hits.clear(),
    http: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPorts: Object.fromEntries(sockets.map(({ name, socket }) => [name, socket.address().port])),
    async close() {
      http.closeAllConnections()
      await Promise.all([
        new Promise((closed) => http.close(closed)),
        new Promise((closed) => tcp.close(closed)),
        ...sockets.map(({ socket }) => new Promise<void>((closed) => socket.close(closed))),
      ])
    },
  }
}
