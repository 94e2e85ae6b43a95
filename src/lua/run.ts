// One run: drives the script from yield to yield, and turns its end into a result.
import { type Host, type HostReply } from '../contract/host.ts'
import { callError } from '../contract/errors.ts'
import { type RunProblem, type RunResult } from '../contract/run.ts'
import { type Machine } from './machine.ts'
import { parseSource } from './parse.ts'
import { readText } from './place.ts'
import { limitProblem, OUT_OF_MEMORY, scriptProblem, sourceProblem, syntaxProblem } from './problems.ts'
import { type Pointer, STATUS, THREAD } from './raw.ts'
import { createSession, type LimitCode, type ScriptInputs, type Session } from './session.ts'
import { type LuaState, openLibraries, openState } from './state.ts'
import { createStopwatch, type Stopwatch } from './stopwatch.ts'

const encoder = new TextEncoder()
const SEEDS = 2 ** 31
/** A longer timer would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Runs a script in a fresh state of the machine. Anything thrown means that the machine must not be used again. */
export async function runScript(
  machine: Machine,
  inputs: ScriptInputs,
  host: Host,
  output: (text: string) => void,
): Promise<RunResult> {
  const { limits } = inputs
  const source = typeof inputs.source === 'string' ? encoder.encode(inputs.source) : inputs.source
  const size = source.length
  if (size > limits.sourceBytes) return endEarly(sourceProblem(size, limits.sourceBytes))
  const seed = inputs.seed ?? Math.floor(Math.random() * SEEDS)
  const stopwatch = createStopwatch()
  const state = openState(machine, limits.memoryBytes, seed % SEEDS)
  const session = createSession(inputs, state.meter, stopwatch, output)
  machine.session = session
  openLibraries(machine, state, { seed, depth: limits.depth })
  const thread = openThread(machine, state)
  if (machine.bytes.load(thread, source, '=main.lua', 't') !== STATUS.ok) {
    const message = machine.bytes.readText(thread, -1) ?? ''
    const { peak } = state.meter
    state.close()
    if (message === OUT_OF_MEMORY) return endEarly(limitProblem('memory_limit', limits, '', null), peak)
    const parse = (text: string) => parseSource(machine, text)
    return endEarly(syntaxProblem(message, readText(inputs.source), parse), peak)
  }
  state.meter.onRefused = (block) => {
    // While Lua moves a stack its places are offsets, not addresses: reading them reaches anywhere.
    if (block !== machine.lua.HEAPU32[(thread + THREAD.stack) >> 2]) session.limitLine = machine.locate(thread)
  }
  machine.hookState = { isExpired: () => checkTime(session, stopwatch), sentinel: state.expiry }
  const status = await drive(machine, state, thread, session, stopwatch, host)
  const result = readResult(machine, thread, session, status, stopwatch, inputs.source)
  machine.hookState = null
  state.close()
  return result
}

/** A new thread with the prelude's `start` on it; the main thread of a state can never yield. */
function openThread({ lua }: Machine, { L }: LuaState): Pointer {
  const thread = lua._lua_newthread(L)
  lua._lua_pushvalue(L, -2)
  lua._lua_xmove(L, thread, 1)
  return thread
}

/** Resumes until the script ends. Returns the status of the last lua_resume, or the limit that ended the wait. */
async function drive(
  { lua, scratch, locate }: Machine,
  state: LuaState,
  thread: Pointer,
  session: Session,
  stopwatch: Stopwatch,
  host: Host,
): Promise<number> {
  for (let args = 1; ; args = 0) {
    stopwatch.start()
    const status = lua._lua_resume(thread, state.L, args, scratch)
    stopwatch.stop()
    if (status !== STATUS.yield) return status
    const yielded = lua.HEAPU32[scratch >> 2]!
    if (!yielded || lua._lua_topointer(thread, -yielded) !== state.request || !session.request) {
      throw new Error('the script yielded past the prelude')
    }
    lua._lua_settop(thread, -yielded - 1)
    const { operation, payload } = session.request
    session.request = null
    const left = session.limits.wallMs - stopwatch.elapsed()
    session.reply = await waitFor(async () => host(operation, payload), left)
    if (!session.reply) {
      session.expired = 'wall_limit'
      session.limitLine = locate(thread)
      return STATUS.yield
    }
  }
}

/** The reply, or null when time ran out first. */
async function waitFor(ask: () => Promise<HostReply>, ms: number): Promise<HostReply | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.min(Math.max(0, ms), LONGEST_TIMER_MS))
  })
  const failed = (cause: unknown): HostReply => ({ ok: false, error: callError('internal', String(cause)) })
  const first = await Promise.race([ask().catch(failed), timeout])
  clearTimeout(timer)
  return first
}

/** Once true, always true: the script cannot catch its way out of a time limit. */
function checkTime(session: Session, stopwatch: Stopwatch): boolean {
  if (!session.expired && stopwatch.computed() > session.limits.cpuMs) session.expired = 'cpu_limit'
  if (!session.expired && stopwatch.elapsed() > session.limits.wallMs) session.expired = 'wall_limit'
  return session.expired !== null
}

function readResult(
  { lua, bytes }: Machine,
  thread: Pointer,
  session: Session,
  status: number,
  stopwatch: Stopwatch,
  source: string | Uint8Array,
): RunResult {
  const { failure, meter, limits } = session
  const costs = { memoryBytes: meter.peak, cpuMs: stopwatch.computed() }
  const trace = failure?.trace ?? ''
  const limit: LimitCode | null = session.expired ?? (ranOutOfMemory() ? 'memory_limit' : null)
  if (limit) return { ok: false, problem: limitProblem(limit, limits, trace, session.limitLine), ...costs }
  if (failure) return { ok: false, problem: scriptProblem(failure, readText(source)), ...costs }
  if (status !== STATUS.ok) {
    const isText = lua._lua_type(thread, -1) === 4
    const message = (isText && bytes.readText(thread, -1)) || 'the script failed without a message'
    return { ok: false, problem: scriptProblem({ message, trace, error: null }, readText(source)), ...costs }
  }
  return { ok: true, values: session.values, ...costs }

  function ranOutOfMemory(): boolean {
    return meter.refused && (status === STATUS.memory || failure?.message === OUT_OF_MEMORY)
  }
}

function endEarly(problem: RunProblem, memoryBytes = 0): RunResult {
  return { ok: false, problem, memoryBytes, cpuMs: 0 }
}
