// Syntax checks that wait for the sandbox's answer.
import { type RunProblem } from '../contract/run.ts'
import { createProblem } from '../contract/run.ts'

/** Keeps the checks under way by number; each is answered once. */
export function createChecks() {
  const waiting = new Map<number, (problem: RunProblem | null) => void>()
  let next = 0
  return {
    add(): { id: number; answer: Promise<RunProblem | null> } {
      const id = next++
      const { promise, resolve } = Promise.withResolvers<RunProblem | null>()
      waiting.set(id, resolve)
      return { id, answer: promise }
    },
    /** Whether the check was under way. */
    settle(id: number, problem: RunProblem | null): boolean {
      waiting.get(id)?.(problem)
      return waiting.delete(id)
    },
    /** Answers all of them with a problem of kind `crashed`. */
    fail(reason: string): void {
      for (const id of [...waiting.keys()]) this.settle(id, createProblem('crashed', reason))
    },
  }
}
