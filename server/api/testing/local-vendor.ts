// A vendor on loopback: answers every request the way the fixture's definitions read it, and notes what came.
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo } from 'node:net'

export interface VendorHit {
  method: string
  path: string
  authorization: string | undefined
  body: string
}

export interface LocalVendor extends AsyncDisposable {
  /** `host:port`, as PRIVATE_HOSTS takes it. */
  host: string
  url: string
  /** Every request that arrived, in order. */
  hits: VendorHit[]
  /** What the next requests are answered with; not before `until` is resolved, where there is one. */
  answer: { status: number; body: string; until?: Promise<unknown> }
  /** Requests whose connection closed before they were answered. */
  aborted: number
}

export async function startLocalVendor(): Promise<LocalVendor> {
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const { method = '', url: path = '' } = request
      vendor.hits.push({ method, path, authorization: request.headers.authorization, body })
      response.on('close', () => {
        if (!response.writableEnded) vendor.aborted++
      })
      await vendor.answer.until
      if (response.destroyed) return
      response.writeHead(vendor.answer.status, { 'Content-Type': 'application/json' }).end(vendor.answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const vendor: LocalVendor = {
    host,
    url: `http://${host}`,
    hits: [],
    answer: { status: 200, body: '{"result":"OK","value":"v","name":"me"}' },
    aborted: 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return vendor
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
