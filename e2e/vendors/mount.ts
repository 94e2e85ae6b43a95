// Mounts a demo vendor as HTTP servers on the loopback, so that SDKs and our own server can speak to it.
import { type Method } from '../../src/contract/http.ts'
import { applyFault, type Fault, isRefusal } from '../../src/demo/faults.ts'
import { DEMO_CLOCK, type DemoVendor } from '../../src/demo/vendor.ts'
import { type AccessLine, listen } from './listen.ts'

export interface MountedVendor {
  /** Settings of an account of this vendor: each base URL on a port of its own, its path kept. */
  settings: Record<string, string>
  /** All other credential fields of that account. */
  secrets: Record<string, string>
  /** `host:port` of every server, as PRIVATE_HOSTS takes them. */
  hosts: string[]
  /** Every request to any of the servers, in order. */
  log: AccessLine[]
  /** When each connection ended whose client went away before it had its answer; see {@link listen}. */
  readonly abandoned: number[]
  /** Makes every request fail so from now on; null ends it. */
  tell(fault: Fault | null): void
  /** Goes back to fresh sample data and an empty log, without a fault. */
  reset(): void
  close(): Promise<void>
}

/** Starts the servers. `clock` is what the vendor takes for the time; it stands still unless told otherwise. */
export async function mountVendor<State>(
  vendor: DemoVendor<State>,
  clock: () => number = () => DEMO_CLOCK,
): Promise<MountedVendor> {
  let state = vendor.initial()
  let fault: Fault | null = null
  const log: AccessLine[] = []
  const mounts = await Promise.all(
    Object.entries(vendor.settings).map(async ([field, base]) => {
      const { origin, pathname } = new URL(base)
      const listener = await listen((line) => {
        log.push(line)
        const request = {
          method: line.method as Method,
          url: origin + line.url,
          headers: line.headers,
          body: line.body || null,
        }
        const answer = vendor.answer(state, request, clock())
        if (!isRefusal(fault)) state = answer.state
        return applyFault(vendor, fault, answer.reply)
      })
      return { field, url: listener.origin + (pathname === '/' ? '' : pathname), listener }
    }),
  )
  return {
    settings: Object.fromEntries(mounts.map(({ field, url }) => [field, url])),
    secrets: vendor.secrets,
    hosts: mounts.map(({ listener }) => listener.host),
    log,
    get abandoned() {
      return mounts.flatMap(({ listener }) => listener.abandoned)
    },
    tell(next) {
      fault = next
    },
    reset() {
      fault = null
      state = vendor.initial()
      log.length = 0
    },
    close: async () => {
      await Promise.all(mounts.map(({ listener }) => listener.close()))
    },
  }
}
