// A frame that does nothing but echo, under the headers of the product's frame: what its messages and workers cost bare.

/** Asks of the page; each is answered once, by `echoed` or by `spawned`. */
export type EchoRequest = { type: 'echo'; count: number } | { type: 'spawn' }

/**
 * The frame's script. It takes one port, as the product's frame does. `echo` lets a worker send a message that goes by
 * the frame to the page and back, so many times one after the other; `spawn` starts a worker and waits for its first word.
 */
export const ECHO_SCRIPT = `
const echoWorker = URL.createObjectURL(new Blob([\`
  let left = 0
  onmessage = ({ data }) => {
    if (data.type === 'begin') left = data.count
    else left--
    postMessage(left > 0 ? { type: 'ask', id: left, payload: data.payload } : { type: 'echoed' })
  }
\`]))
const firstWord = URL.createObjectURL(new Blob(['postMessage({ type: "spawned" })']))
addEventListener('message', ({ ports: [port] }) => {
  let worker
  function start(url) {
    worker = new Worker(url)
    worker.onmessage = ({ data }) => {
      if (data.type !== 'ask') worker.terminate()
      port.postMessage(data)
    }
  }
  port.onmessage = ({ data }) => {
    if (data.type === 'spawn') return start(firstWord)
    if (data.type === 'echo') start(echoWorker)
    worker.postMessage(data.type === 'echo' ? { type: 'begin', count: data.count, payload: '' } : data)
  }
})
`
