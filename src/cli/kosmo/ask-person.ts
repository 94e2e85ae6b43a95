// Puts the server's question about a call to the person at the terminal.
import { type ApprovalDecision, type ApprovalRequest } from '../../contract/call.ts'
import { describeApproval } from './describe-approval.ts'
import { type Io } from './io.ts'

/** `once` with `--force`; null where nobody can be asked. Anything but a clear yes is a no. */
export async function decideCall(
  io: Pick<Io, 'ask'>,
  force: boolean,
  request: ApprovalRequest,
  signal: AbortSignal,
): Promise<ApprovalDecision | null> {
  if (force) return 'once'
  if (!io.ask) return null
  const choices = request.mayAllowRun ? '[y]es, yes for this [r]un, [n]o' : '[y]es, [n]o'
  return readAnswer(await io.ask(`${describeApproval(request)}\nAllow it? ${choices}: `, signal), request.mayAllowRun)
}

function readAnswer(answer: string, mayAllowRun: boolean): ApprovalDecision {
  switch (answer.trim().toLowerCase()) {
    case 'y':
    case 'yes':
      return 'once'
    case 'r':
    case 'run':
      return mayAllowRun ? 'run' : 'deny'
    default:
      return 'deny'
  }
}
