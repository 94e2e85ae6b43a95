// Messages between the frame and one of its workers. The frame parses all that a worker sends.
import { HostOperation, HostReply } from '../contract/host.ts'
import { LIMITS, MOST } from '../contract/limits.ts'
import { type RunInputs, RunProblem, RunResult } from '../contract/run.ts'
import * as z from '../contract/zod.ts'

const Sequence = z.number().int().nonnegative()

/** From the frame to a worker. A worker runs one script in its life, or checks any number. */
export const ToWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('load'), module: z.instanceof(WebAssembly.Module) }),
  // The frame has parsed them: to do it again, in a worker that is new, would take longer than a short script.
  z.object({ type: z.literal('run'), inputs: z.custom<RunInputs>() }),
  z.object({ type: z.literal('reply'), id: Sequence, reply: HostReply }),
  z.object({ type: z.literal('check'), id: Sequence, source: z.string() }),
])
export type ToWorker = z.infer<typeof ToWorker>

/** From a worker to the frame. No run id: the frame knows which run it gave to which worker. */
export const FromWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('loaded') }),
  z.object({ type: z.literal('output'), seq: Sequence, text: z.string().max(MOST.outputBytes * 2) }),
  z.object({
    type: z.literal('host'),
    id: Sequence,
    operation: HostOperation,
    payload: z.string().max(LIMITS.requestBytes * 4),
  }),
  z.object({ type: z.literal('done'), result: RunResult }),
  z.object({ type: z.literal('checked'), id: Sequence, problem: RunProblem.nullable() }),
  z.object({ type: z.literal('failed'), message: z.string().max(2000) }),
])
export type FromWorker = z.infer<typeof FromWorker>
