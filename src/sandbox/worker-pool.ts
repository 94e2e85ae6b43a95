// The frame's workers: one warm spare, one per run, one for syntax checks.
import { isOversized } from '../contract/message-size.ts'
import { FromWorker, type ToWorker } from './worker-protocol.ts'

/** Called with each parsed message, or with the reason why the worker was ended. */
export interface WorkerListener {
  onMessage(message: FromWorker): void
  onCrash(reason: string): void
}

export interface SandboxWorker {
  send(message: ToWorker): void
  listen(listener: WorkerListener): void
  terminate(): void
}

/** Starts a worker and hands it the compiled module. A message that does not parse ends the worker. */
export function startWorker(url: string, module: WebAssembly.Module): SandboxWorker {
  const worker = new Worker(url)
  const early: FromWorker[] = []
  let listener: WorkerListener | undefined
  let crash: string | undefined

  function endWith(reason: string): void {
    worker.terminate()
    crash ??= reason
    listener?.onCrash(crash)
  }

  worker.onmessage = (event: MessageEvent) => {
    // What a worker sent before it was ended may still come.
    if (crash !== undefined) return
    const message = isOversized(event.data) ? undefined : FromWorker.safeParse(event.data)
    if (!message?.success) return endWith('The worker sent a message that is not part of the protocol.')
    if (listener) listener.onMessage(message.data)
    else early.push(message.data)
  }
  worker.onmessageerror = () => endWith('The worker sent a message that cannot be read.')
  worker.onerror = (event) => endWith(`The worker failed: ${event.message}`)
  worker.postMessage({ type: 'load', module } satisfies ToWorker)

  return {
    send: (message) => worker.postMessage(message),
    listen(next) {
      listener = next
      for (const message of early.splice(0)) next.onMessage(message)
      if (crash !== undefined) next.onCrash(crash)
    },
    terminate: () => worker.terminate(),
  }
}
