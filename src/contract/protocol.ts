// Messages between the page and the sandbox frame, over one MessagePort. Both sides parse what they receive.
import * as z from './zod.ts'
import { LIMITS, MOST } from './limits.ts'
import { HostOperation, HostReply } from './host.ts'
import { RunInputs, RunProblem, RunResult } from './run.ts'

const RunId = z.string().min(1).max(40)
const Sequence = z.number().int().nonnegative()

/** From the page to the frame. */
export const PageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run'), run: RunId, inputs: RunInputs }),
  z.object({ type: z.literal('reply'), run: RunId, id: Sequence, reply: HostReply }),
  z.object({ type: z.literal('stop'), run: RunId }),
  z.object({ type: z.literal('check'), id: Sequence, source: z.string() }),
])
export type PageMessage = z.infer<typeof PageMessage>

/** From the frame to the page: hostile until parsed. */
export const FrameMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('output'), run: RunId, seq: Sequence, text: z.string().max(MOST.outputBytes * 2) }),
  z.object({
    type: z.literal('host'),
    run: RunId,
    id: Sequence,
    operation: HostOperation,
    payload: z.string().max(LIMITS.requestBytes * 4),
  }),
  z.object({ type: z.literal('done'), run: RunId, result: RunResult }),
  z.object({ type: z.literal('stopped'), run: RunId }),
  z.object({ type: z.literal('checked'), id: Sequence, problem: RunProblem.nullable() }),
  z.object({ type: z.literal('failed'), message: z.string().max(2000) }),
])
export type FrameMessage = z.infer<typeof FrameMessage>
