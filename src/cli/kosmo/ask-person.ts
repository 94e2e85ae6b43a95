// Puts the server's question about a call to the person at the terminal.
import { type ApprovalDecision, type ApprovalRequest } from '../../contract/call.ts'
import { type Io } from './io.ts'

/** `once` with `--force`; null where nobody can be asked. */
export async function decideCall(io: Io, force: boolean, request: ApprovalRequest): Promise<ApprovalDecision | null> {
  if (force) return 'once'
  if (!io.ask) return null
  const choices = request.mayAllowRun ? '[y]es, yes for this [r]un, [n]o' : '[y]es, [n]o'
  const answer = await io.ask(`${describe(request)}\nAllow it? ${choices}: `)
  const letter = answer.trim().toLowerCase()[0]
  if (letter === 'y') return 'once'
  return letter === 'r' && request.mayAllowRun ? 'run' : 'deny'
}

function describe({ integration, function: name, account, effect, preview, readFrom = [] }: ApprovalRequest): string {
  const undo = effect === 'destructive' ? ', which cannot be undone' : ''
  return [
    `${integration}.${name} on the account ${account} is ${effect === 'destructive' ? 'destructive' : 'a write'}${undo}:`,
    `  ${preview.method} ${preview.url}`,
    ...(preview.body === null ? [] : [`  ${preview.body}`]),
    ...(readFrom.length ? [`  This run has read from ${readFrom.join(', ')}; that data could leave with it.`] : []),
  ].join('\n')
}
