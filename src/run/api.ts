// The client of the server's API: POST only, one request per call, failures as CallFailure.
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import type { AppRouter } from '../../server/api/router.ts'
import { CallOutcome } from '../contract/call.ts'
import { CallError, CallFailure } from '../contract/errors.ts'
import { StartedRun } from '../contract/run.ts'
import type * as z from '../contract/zod.ts'
import { type LiveApi } from './live.ts'

/** The typed client, for pages that manage accounts. Its calls reject with TRPCClientError; see {@link toFailure}. */
export function createApi() {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: '/api/trpc', methodOverride: 'POST' })],
  })
}

export type Api = ReturnType<typeof createApi>

/** What of the API a Live run needs, as the runner takes it. */
export function createLiveApi(api: Api = createApi()): LiveApi {
  return {
    startRun: (input, signal) => api.runs.start.mutate(input, { signal }).then(readAs(StartedRun)).catch(throwFailure),
    finishRun: (input) => api.runs.finish.mutate(input).then(() => undefined, throwFailure),
    makeCall: (input, signal) => api.calls.make.mutate(input, { signal }).then(readAs(CallOutcome)).catch(throwFailure),
    decide: (input, signal) => api.approvals.decide.mutate(input, { signal }).then(() => undefined, throwFailure),
  }
}

/** The failure behind a rejection of the client: the server's own CallError, `offline` when there was no reply. */
export function toFailure(error: unknown): CallFailure {
  if (error instanceof CallFailure) return error
  if (!(error instanceof TRPCClientError)) return new CallFailure('internal', String(error), {}, { cause: error })
  if (error.cause instanceof CallFailure) return error.cause
  const { data } = error as TRPCClientError<AppRouter>
  const known = CallError.safeParse(data?.error).data
  if (known) return new CallFailure(known.code, known.message, known, { cause: error })
  // A proxy's error page is no JSON, or none of ours: there was a reply, but not from our server.
  if (data || error.meta || error.cause instanceof SyntaxError) {
    return failToRead(error)
  }
  if (error.cause?.name === 'AbortError') return new CallFailure('cancelled', 'The run was stopped.')
  return new CallFailure('offline', 'The server did not answer.', {}, { cause: error })
}

/** Whoever runs the command names the server, and may name any. */
function readAs<Output>(schema: z.ZodType<Output>): (answer: unknown) => Output {
  return (answer) => {
    const { data, error } = schema.safeParse(answer)
    if (error) throw failToRead(error)
    return data
  }
}

function failToRead(cause: Error): CallFailure {
  return new CallFailure('internal', 'The server sent a reply that cannot be read.', {}, { cause })
}

function throwFailure(error: unknown): never {
  throw toFailure(error)
}
