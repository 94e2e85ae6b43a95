// A tool as it is offered to an agent: what it takes, what it answers, and what is true of it.
import { type ToolAnnotations } from '@modelcontextprotocol/sdk/types.js'
import { type ApprovalDecision, type ApprovalRequest } from '../../contract/call.ts'
import type * as z from '../../contract/zod.ts'
import { type Envelope } from '../kosmo/envelope.ts'

export interface Answer {
  /** The answer as a person would read it. */
  text: string
  /** What `--json` prints. */
  envelope: Envelope
}

/** One call of a tool, as it goes on. */
export interface Turn {
  /** Aborted when the agent cancels the call, or the program ends. */
  signal: AbortSignal
  /** Tells the agent how far the call is, where it has asked for that. */
  report(message: string): void
  /** Puts a question to the person behind the agent; null where nobody can be asked. */
  decide(request: ApprovalRequest, signal: AbortSignal): Promise<ApprovalDecision | null>
}

export interface Tool<Input = unknown> {
  name: string
  title: string
  description: string
  input: z.ZodType<Input>
  output: z.ZodType
  annotations: Required<Omit<ToolAnnotations, 'title'>>
  run(input: Input, turn: Turn): Promise<Answer>
}

/** True of a tool that looks something up in what is packed with it. */
export const LOOKS_UP: Tool['annotations'] = {
  ...{ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
}
