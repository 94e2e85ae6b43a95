// Questions of a run that wait for the reader's decision.
import { type ApprovalDecision, type ApprovalRequest } from '../contract/call.ts'

/** @param report shows a question; called once for each */
export function createQuestions(report: (number: number, approval: ApprovalRequest) => void) {
  const waiting = new Map<string, PromiseWithResolvers<ApprovalDecision>>()
  return {
    ask(number: number, approval: ApprovalRequest): Promise<ApprovalDecision> {
      const answer = Promise.withResolvers<ApprovalDecision>()
      waiting.set(approval.id, answer)
      report(number, approval)
      return answer.promise
    },
    decide(approval: string, decision: ApprovalDecision): void {
      waiting.get(approval)?.resolve(decision)
      waiting.delete(approval)
    },
    /** Rejects all of them: the run has ended. */
    cancel(): void {
      for (const { reject } of waiting.values()) reject(new Error('The run was stopped.'))
      waiting.clear()
    },
  }
}
