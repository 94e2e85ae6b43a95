// Entry of the sandbox document: takes one port from the page that holds it, and relays between it and the workers.
import { giveUpInterfaces } from './frame-guard.ts'
import { PageMessage } from '../contract/protocol.ts'
import { createRelay } from './relay.ts'
import { startWorker } from './worker-pool.ts'
import workerText from 'worker-text'

const workerUrl = URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }))
const page = parent
const later = setTimeout.bind(globalThis)
// A sandboxed document's own origin is opaque (`self.origin` is 'null'), but its URL still says who served it.
// So the page that may speak to it is known without asking anybody: the same server, and the direct parent.
const trustedOrigin = location.origin

addEventListener('message', accept)
giveUpInterfaces()

function accept(event: MessageEvent): void {
  const [port, ...others] = event.ports
  if (event.source !== page || page === globalThis.window || event.origin !== trustedOrigin) return
  if (!port || others.length || !(event.data instanceof ArrayBuffer)) return
  removeEventListener('message', accept)
  void begin(port, event.data)
}

async function begin(port: MessagePort, wasm: ArrayBuffer): Promise<void> {
  try {
    const module = await WebAssembly.compile(wasm)
    const handle = createRelay(
      () => startWorker(workerUrl, module),
      (message) => port.postMessage(message),
      later,
    )
    port.onmessage = (event: MessageEvent) => handle(PageMessage.parse(event.data))
  } catch (error) {
    port.postMessage({ type: 'failed', message: String(error).slice(0, 2000) })
  }
}
