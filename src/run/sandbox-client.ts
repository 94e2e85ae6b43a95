// The page's end of the sandbox: opens the frame when it is first needed, and sorts its messages by run.
import { isOversized } from '../contract/message-size.ts'
import { FrameMessage, type PageMessage } from '../contract/protocol.ts'
import { type HostReply } from '../contract/host.ts'
import { type RunInputs, type RunProblem } from '../contract/run.ts'
import { createChecks } from './sandbox-checks.ts'
import { type FrameConnection } from './sandbox-frame.ts'

/** Messages of one run. */
export type RunMessage = Extract<FrameMessage, { type: 'output' | 'host' | 'done' }>

export interface SandboxListener {
  /** The frame is ready and has been given the script. */
  onStart(): void
  onMessage(message: RunMessage): void
  /** The frame is gone. `reason` is a sentence. */
  onLost(reason: string): void
}

export interface SandboxRun {
  reply(id: number, reply: HostReply): void
  /** Ends the run's worker; the listener hears no more. */
  stop(): void
}

export interface Sandbox {
  warm(): void
  run(run: string, inputs: RunInputs, listener: SandboxListener): SandboxRun
  check(source: string): Promise<RunProblem | null>
  /** Removes the frame; a later run opens another. `reason` is a sentence for the runs that end with it. */
  close(reason?: string): void
}

/** How long the frame may take to load, compile and report ready, and to confirm a stop. */
const OPEN_MS = 30_000
const STOP_MS = 10_000
/** What a stopped run still had under way may come late; more than this is a flood. */
const MAX_STRAY = 5_000
const UNREADABLE = 'The sandbox sent a message that is not part of the protocol.'

/** @param open opens a frame; called again after the last one was lost */
export function createSandbox(open: () => Promise<FrameConnection>): Sandbox {
  const listeners = new Map<string, SandboxListener>()
  const stopping = new Map<string, ReturnType<typeof setTimeout>>()
  const checks = createChecks()
  let opening: Promise<FrameConnection> | undefined
  let stray = 0

  function connect(): Promise<FrameConnection> {
    if (opening) return opening
    stray = 0
    const attempt: Promise<FrameConnection> = open().then((frame) => awaitReady(frame, () => attempt === opening))
    opening = attempt
    attempt.catch((error: unknown) => {
      if (attempt === opening) lose(`The sandbox did not start: ${describe(error)}`)
    })
    return attempt
  }

  function awaitReady(frame: FrameConnection, isCurrent: () => boolean): Promise<FrameConnection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail('it took too long. Reload the page.'), OPEN_MS)
      function fail(reason: string): void {
        clearTimeout(timer)
        frame.remove()
        reject(new Error(reason))
      }
      frame.port.onmessage = (event: MessageEvent) => {
        if (!isCurrent()) return fail('the page has let go of it.')
        const message = readMessage(event.data)
        if (message?.type === 'failed') return fail(message.message)
        if (message?.type !== 'ready') return fail('it answered out of turn.')
        clearTimeout(timer)
        // A frame that was removed may have left thousands of messages under way: they are not for the next one.
        frame.port.onmessage = (later: MessageEvent) => void (isCurrent() && receive(later.data))
        frame.port.onmessageerror = () => void (isCurrent() && lose(UNREADABLE))
        resolve(frame)
      }
    })
  }

  /** Anything outside the protocol ends the frame: what sends garbage is not our code any more. */
  function receive(data: unknown): void {
    const message = readMessage(data)
    if (!message) return lose(UNREADABLE)
    switch (message.type) {
      case 'failed':
      case 'ready':
        return lose(message.type === 'failed' ? message.message : 'The sandbox reported ready twice.')
      case 'stopped':
        clearTimeout(stopping.get(message.run))
        return stopping.delete(message.run) ? undefined : countStray()
      case 'checked':
        return checks.settle(message.id, message.problem) ? undefined : countStray()
      default:
        return receiveForRun(message)
    }
  }

  function receiveForRun(message: RunMessage): void {
    const listener = listeners.get(message.run)
    if (message.type === 'done') listeners.delete(message.run)
    if (listener) return listener.onMessage(message)
    countStray()
  }

  /** Counts what is of a run that ended or never was, or answers what nobody asked: dropped, but not without end. */
  function countStray(): void {
    if (++stray > MAX_STRAY) lose('The sandbox kept talking about runs that are over.')
  }

  function lose(reason: string): void {
    const lost = opening
    opening = undefined
    void lost?.then(
      (frame) => frame.remove(),
      () => undefined,
    )
    for (const timer of stopping.values()) clearTimeout(timer)
    stopping.clear()
    checks.fail(reason)
    const affected = [...listeners.values()]
    listeners.clear()
    for (const listener of affected) listener.onLost(reason)
  }

  /** What is sent after the frame has opened goes nowhere when it is lost by then. */
  function send(message: PageMessage, onSent: () => void = () => undefined): void {
    const attempt = opening
    void attempt?.then(
      (frame) => {
        if (attempt !== opening) return
        frame.port.postMessage(message)
        onSent()
      },
      () => undefined,
    )
  }

  return {
    warm: () => void connect().catch(() => undefined),
    run(run, inputs, listener) {
      listeners.set(run, listener)
      connect().then(
        (frame) => {
          if (listeners.get(run) !== listener) return
          frame.port.postMessage({ type: 'run', run, inputs } satisfies PageMessage)
          listener.onStart()
        },
        () => undefined,
      )
      return {
        reply: (id, reply) => {
          if (listeners.has(run)) send({ type: 'reply', run, id, reply })
        },
        stop: () => {
          if (!listeners.delete(run)) return
          send({ type: 'stop', run }, () => {
            const late = () => lose('The sandbox did not stop in time and was removed.')
            stopping.set(run, setTimeout(late, STOP_MS))
          })
        },
      }
    },
    async check(source) {
      const { id, answer } = checks.add()
      connect().then(
        () => send({ type: 'check', id, source }),
        () => undefined,
      )
      return answer
    },
    close: (reason = 'The page closed the sandbox.') => lose(reason),
  }
}

/** Undefined for what no frame of ours sends. */
function readMessage(data: unknown): FrameMessage | undefined {
  return isOversized(data) ? undefined : FrameMessage.safeParse(data).data
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
