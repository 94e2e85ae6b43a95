// The worker that parses scripts for the editor. It never runs one, so one worker serves all checks.
import { type FrameMessage } from '../contract/protocol.ts'
import { createProblem, type RunProblem } from '../contract/run.ts'
import { type SandboxWorker } from './worker-pool.ts'

export interface Checker {
  check(id: number, source: string): void
}

/** @param gone called when the worker has ended; every check it owed is answered by then */
export function createChecker(
  start: () => SandboxWorker,
  send: (message: FrameMessage) => void,
  gone: () => void,
): Checker {
  const worker = start()
  const owed = new Set<number>()

  function answer(id: number, problem: RunProblem | null): void {
    if (owed.delete(id)) send({ type: 'checked', id, problem })
  }

  function end(reason: string): void {
    worker.terminate()
    gone()
    const problem = createProblem('crashed', reason)
    for (const id of owed) answer(id, problem)
  }

  worker.listen({
    onMessage(message) {
      if (message.type === 'failed') end(message.message)
      if (message.type !== 'checked') return
      answer(message.id, message.problem)
      // The memory of a crashed Lua may be damaged: whatever it says next is not to be believed.
      if (message.problem?.kind === 'crashed') end(message.problem.message)
    },
    onCrash: end,
  })

  return {
    check(id, source) {
      owed.add(id)
      worker.send({ type: 'check', id, source })
    },
  }
}
