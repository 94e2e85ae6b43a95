// A port on loopback at which nothing listens, and which no other test can be given meanwhile.
import { connect, createServer, type AddressInfo } from 'node:net'

export interface RefusingPort {
  port: number
  /** `127.0.0.1:port`, as PRIVATE_HOSTS spells it. */
  host: string
  url: string
  close: () => Promise<void>
}

/** Holds the port with a connection that begins at it: the system refuses who connects there, and gives it to nobody. */
export async function holdRefusingPort(): Promise<RefusingPort> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const holder = connect((server.address() as AddressInfo).port, '127.0.0.1')
  await new Promise<void>((resolve, reject) => holder.once('error', reject).once('connect', resolve))
  const port = holder.localPort!
  const host = `127.0.0.1:${port}`
  return {
    port,
    host,
    url: `http://${host}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        holder.destroy()
      }),
  }
}
