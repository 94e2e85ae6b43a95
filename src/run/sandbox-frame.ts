// Puts the sandbox document into the page, out of sight, and hands it its one port.

/** An open line to a sandbox frame. */
export interface FrameConnection {
  port: MessagePort
  /** Removes the frame and, with it, all its workers. */
  remove(): void
}

/** Too small and clear to be seen, but drawn: Chromium gives a frame that is not less of a busy machine. */
const UNSEEN = {
  ...{ position: 'fixed', left: '0', bottom: '0', width: '1px', height: '1px', border: '0' },
  ...{ opacity: '0', pointerEvents: 'none' },
}

/**
 * Opens the frame and gives it Lua's WebAssembly, as bytes: a compiled module cannot be posted to an opaque origin.
 *
 * @throws Error when either file cannot be loaded
 */
export async function openFrame(frameUrl: string, wasmUrl: string): Promise<FrameConnection> {
  const frame = document.createElement('iframe')
  // Without `allow-same-origin` the document has an opaque origin: no cookies, no storage, no way into this page.
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('aria-hidden', 'true')
  frame.title = 'Lua sandbox'
  frame.tabIndex = -1
  frame.referrerPolicy = 'no-referrer'
  Object.assign(frame.style, UNSEEN)
  frame.src = frameUrl
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  try {
    const [wasm] = await Promise.all([fetchBytes(wasmUrl), loaded])
    const { port1, port2 } = new MessageChannel()
    // An opaque origin has no name to aim at; nothing secret is in this message.
    frame.contentWindow?.postMessage(wasm, '*', [port2, wasm])
    return {
      port: port1,
      remove() {
        port1.close()
        frame.remove()
      },
    }
  } catch (error) {
    frame.remove()
    throw error
  }
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${url}. Reload the page.`)
  return response.arrayBuffer()
}
