// What the frame does with the page's messages: gives runs to workers, relays calls, ends workers.
import { MOST } from '../contract/limits.ts'
import { type FrameMessage, type PageMessage } from '../contract/protocol.ts'
import { createProblem } from '../contract/run.ts'
import { type Checker, createChecker } from './checker.ts'
import { type FromWorker } from './worker-protocol.ts'
import { type SandboxWorker } from './worker-pool.ts'

/** How long a run that says nothing has the machine to itself before the next spare starts beside it. */
const RESTOCK_MS = 50

/**
 * Returns the handler of the page's messages.
 *
 * @param start makes a worker that loads Lua at once; called for the spare, ahead of need
 * @param later calls an action after so many milliseconds
 */
export function createRelay(
  start: () => SandboxWorker,
  send: (message: FrameMessage) => void,
  later: (act: () => void, ms: number) => void,
) {
  const runs = new Map<string, SandboxWorker>()
  const first = start()
  let spare: SandboxWorker | undefined = first
  let checker: Checker | undefined

  first.listen({
    onMessage: (message) => send(message.type === 'failed' ? message : { type: 'ready' }),
    onCrash: (reason) => send({ type: 'failed', message: reason }),
  })

  function takeSpare(): SandboxWorker {
    const taken = spare ?? start()
    spare = undefined
    return taken
  }

  /** Not when a run begins: starting a worker would take the machine from it. */
  function restock(): void {
    spare ??= start()
  }

  function begin(run: string, inputs: Extract<PageMessage, { type: 'run' }>['inputs']): void {
    if (runs.has(run)) return
    const worker = takeSpare()
    runs.set(run, worker)
    worker.listen({
      onMessage: (message) => relay(run, message),
      onCrash: (reason) => crash(run, reason),
    })
    worker.send({ type: 'run', inputs })
    later(restock, RESTOCK_MS)
  }

  function relay(run: string, message: FromWorker): void {
    if (!runs.has(run)) return
    if (message.type === 'output' || message.type === 'host') send({ ...message, run })
    if (message.type === 'failed') crash(run, message.message)
    if (message.type === 'done') {
      end(run)
      send({ ...message, run })
      restock()
    }
  }

  function crash(run: string, reason: string): void {
    if (!end(run)) return
    const problem = createProblem('crashed', reason)
    send({ type: 'done', run, result: { ok: false, problem, memoryBytes: 0, cpuMs: 0 } })
  }

  /** Whether the run was still going. A worker never outlives its run. */
  function end(run: string): boolean {
    runs.get(run)?.terminate()
    return runs.delete(run)
  }

  function check(id: number, source: string): void {
    checker ??= createChecker(start, send, () => (checker = undefined))
    checker.check(id, source.slice(0, MOST.sourceBytes))
  }

  return (message: PageMessage): void => {
    switch (message.type) {
      case 'run':
        return begin(message.run, message.inputs)
      case 'reply':
        return runs.get(message.run)?.send({ type: 'reply', id: message.id, reply: message.reply })
      case 'stop':
        end(message.run)
        send({ type: 'stopped', run: message.run })
        return restock()
      case 'check':
        return check(message.id, message.source)
    }
  }
}
