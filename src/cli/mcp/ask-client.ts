// Puts the server's question about a call to the person behind the agent, where the agent's client can show it.
import { type Server } from '@modelcontextprotocol/sdk/server/index.js'
import { type ApprovalDecision, type ApprovalRequest } from '../../contract/call.ts'
import { LIMITS } from '../../contract/limits.ts'
import { describeApproval } from '../kosmo/describe-approval.ts'

const ANSWERS: Record<string, ApprovalDecision> = {
  'Allow this call': 'once',
  'Allow it until the run ends': 'run',
  'Do not allow it': 'deny',
}

/** Null where the client cannot ask, or has not answered in time. Anything but a clear yes is a no. */
export async function askClient(
  server: Server,
  request: ApprovalRequest,
  signal: AbortSignal,
): Promise<ApprovalDecision | null> {
  if (!server.getClientCapabilities()?.elicitation?.form) return null
  const choices = Object.keys(ANSWERS).filter((text) => request.mayAllowRun || ANSWERS[text] !== 'run')
  const decision = { type: 'string' as const, title: 'Allow this call?', enum: choices }
  const message = `A script asks for your consent.\n${describeApproval(request)}`
  try {
    const { action, content } = await server.elicitInput(
      { message, requestedSchema: { type: 'object', properties: { decision }, required: ['decision'] } },
      { signal, timeout: LIMITS.approvalMs },
    )
    return action === 'accept' ? (ANSWERS[String(content?.['decision'])] ?? 'deny') : 'deny'
  } catch {
    return null
  }
}
