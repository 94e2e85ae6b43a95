// Answers what a running script asks: vendor calls through a caller, documentation from the site.
import { Call, type CallOutcome } from '../contract/call.ts'
import { callError, CallFailure, type CallError } from '../contract/errors.ts'
import { DocsSearch, type Host, type HostReply } from '../contract/host.ts'
import { parseJson } from '../contract/value.ts'
import { type createCallLog, type LoggedCall } from './call-log.ts'
import { type Docs } from './docs.ts'

/** Makes one call. A rejection counts as a failed call. */
export type Caller = (call: Call, logged: LoggedCall) => Promise<CallOutcome>

export interface HostParts {
  caller: Caller
  docs: Docs
  log: ReturnType<typeof createCallLog>
  callsPerRun: number
}

export function createHost({ caller, docs, log, callsPerRun }: HostParts): Host {
  let calls = 0

  async function call(payload: string): Promise<HostReply> {
    const parsed = readCall(payload)
    if (!parsed) return refuse(callError('bad_request', 'The sandbox sent a call that cannot be read.'))
    if (++calls > callsPerRun) {
      return refuse(callError('call_limit', `A run may make ${callsPerRun} calls; this was one more.`))
    }
    const logged = log.begin(parsed)
    const outcome = await caller(parsed, logged).catch((error: unknown) => failCall(parsed, error))
    logged.finish(outcome)
    return outcome.ok ? { ok: true, text: outcome.value } : refuse(outcome.error)
  }

  function searchDocs(payload: string): Promise<string> {
    const { query, limit } = DocsSearch.parse(JSON.parse(payload))
    return docs.search(query, limit)
  }

  return async (operation, payload) => {
    try {
      switch (operation) {
        case 'call':
          return await call(payload)
        case 'docs.list':
          return { ok: true, text: await docs.list(payload) }
        case 'docs.search':
          return { ok: true, text: await searchDocs(payload) }
        case 'docs.read':
          return { ok: true, text: await docs.read(payload) }
      }
    } catch (error) {
      return refuse(toCallError(error))
    }
  }
}

function readCall(payload: string): Call | undefined {
  try {
    return Call.safeParse(parseJson(payload)).data
  } catch {
    return undefined
  }
}

function refuse(error: CallError): HostReply {
  return { ok: false, error }
}

/** The outcome of a call that failed before there was anything to show. */
export function failCall(call: Call, error: unknown): CallOutcome {
  const names = { integration: call.integration, function: call.function }
  return { ok: false, error: { ...names, ...toCallError(error) }, account: call.account, exchanges: [] }
}

/** The error of a failure; whatever is not a CallFailure is a fault of ours and says so. */
export function toCallError(error: unknown): CallError {
  if (error instanceof CallFailure) return error.error
  return callError('internal', error instanceof Error ? error.message : String(error))
}
