// Makes the calls of a Live run through the server: starts the run, asks the reader where the server says so.
import { type ApprovalDecision, type ApprovalRequest, type Call, type CallOutcome } from '../contract/call.ts'
import { callError, CallFailure } from '../contract/errors.ts'
import { hashScript } from '../contract/script.ts'
import { type AccountChoice } from '../contract/snippet.ts'
import { type LoggedCall } from './call-log.ts'
import { type Caller, failCall } from './host.ts'
import { type LiveApi, type LiveCall } from './live.ts'

/** An approval that is used up or runs out while it is decided is asked for again, but not forever. */
const MAX_QUESTIONS = 3

export interface LiveRunOptions {
  api: LiveApi
  /** The script; bytes where it came from a file. */
  source: string | Uint8Array
  origin: 'mine' | 'site'
  /** Version of the catalog that the page was made with. */
  catalog: string
  accounts: AccountChoice
  /** Aborts requests under way when the run is stopped. */
  signal: AbortSignal
  /** Puts the server's question to the reader. Rejects when the run is stopped. */
  ask(number: number, approval: ApprovalRequest): Promise<ApprovalDecision>
}

export interface LiveCaller {
  call: Caller
  /** Tells the server that the run is over, where it was ever started. */
  finish(): void
}

export function createLiveCaller(options: LiveRunOptions): LiveCaller {
  const { api, signal } = options
  let started: Promise<{ run: string; script: string }> | undefined

  async function startRun(): Promise<{ run: string; script: string }> {
    const script = await hashScript(options.source)
    const { origin, catalog, accounts } = options
    const { run } = await api.startRun({ script, origin, catalog, accounts }, signal)
    return { run, script }
  }

  /** A run that could not be started, as for want of a connection, is tried again with the next call. */
  function forgetStart(error: unknown): never {
    started = undefined
    throw error
  }

  async function repeatUntilDecided(call: Call, logged: LoggedCall): Promise<CallOutcome> {
    const { run, script } = await (started ??= startRun().catch(forgetStart))
    const { integration, function: name, account } = call
    const input: LiveCall = {
      ...{ run, script, number: logged.number, integration, function: name, account },
      ...{ arguments: call.arguments, approval: null },
    }
    let outcome = await api.makeCall(input, signal)
    for (let asked = 0; !outcome.ok && outcome.approval && asked < MAX_QUESTIONS; asked++) {
      const { approval } = outcome
      logged.setWaiting(true)
      const decision = await options.ask(logged.number, approval)
      await api.decide({ approval: approval.id, decision }, signal)
      if (decision === 'deny') return denyCall(call, approval)
      logged.setWaiting(false)
      outcome = await api.makeCall({ ...input, approval: approval.id }, signal)
    }
    return outcome
  }

  return {
    async call(call, logged) {
      try {
        return await repeatUntilDecided(call, logged)
      } catch (error) {
        if (signal.aborted) return failCall(call, new CallFailure('cancelled', 'The run was stopped.'))
        return failCall(call, error)
      }
    },
    finish() {
      void started?.then(({ run }) => api.finishRun({ run })).catch(() => undefined)
    },
  }
}

function denyCall(call: Call, { account }: ApprovalRequest): CallOutcome {
  const name = `${call.integration}.${call.function}`
  const error = callError('denied', `You did not allow ${name} on account ${account}.`, {
    ...{ integration: call.integration, function: call.function, account },
  })
  return { ok: false, error, account, exchanges: [] }
}
