// The tools of an agent that take a script: one parses it, one runs it.
import { callError } from '../../contract/errors.ts'
import { LIMITS } from '../../contract/limits.ts'
import { createProblem, type RunLimits, type RunProblem } from '../../contract/run.ts'
import * as z from '../../contract/zod.ts'
import { scanScript } from '../../intelligence/scan.ts'
import { type CallRecord } from '../../run/run-events.ts'
import { type Assets } from '../kosmo/assets.ts'
import { chooseCaller } from '../kosmo/choose-caller.ts'
import { buildRunEnvelope, type Envelope, listCall, type Meta, printJson, readDetails } from '../kosmo/envelope.ts'
import { runScript } from '../kosmo/run-script.ts'
import { type ScriptThread } from '../thread/start-thread.ts'
import { type Answer, LOOKS_UP, type Tool, type Turn } from './tool.ts'

export interface LuaParts {
  assets: Assets
  /** A thread for one script. */
  takeThread(): ScriptThread
  /** How the calls of every script are answered, as the program was started. */
  meta: Meta
  limits: Partial<RunLimits>
  env: Record<string, string | undefined>
}

const ASK_HINT =
  'Start kosmo mcp:serve with --force, within the scopes of the token, or use a client that can put the question to you.'
/** Characters of a printed line that are reported. */
const MAX_REPORT = 500

const source = z.string().describe('Lua 5.4 source')

const CheckInput = z.strictObject({ source })
const CheckOutput = z.looseObject({
  success: z.boolean(),
  error: z.string().nullable(),
  error_details: z.looseObject({}).optional(),
  calls: z.array(z.looseObject({ path: z.string(), effect: z.string(), line: z.number() })).optional(),
  unknown: z.array(z.object({ path: z.string(), line: z.number() })).optional(),
  complete: z.boolean().optional(),
})

export function createCheckTool({ assets, takeThread, limits }: LuaParts): Tool<z.infer<typeof CheckInput>> {
  return {
    name: 'check_lua',
    title: 'Check a Lua script',
    description:
      'Parses a script without running it, and lists the functions of integrations that its text names, with their effects, and names that are unknown. `complete` is false where it may call more than the text shows.',
    input: CheckInput,
    output: CheckOutput,
    annotations: LOOKS_UP,
    async run(input, { signal }) {
      const problem = refuseSource(input.source, limits) ?? (await parse(takeThread(), input.source, signal))
      return inJson(problem ? describeProblem(problem) : describeScript(assets, input.source))
    },
  }
}

async function parse(thread: ScriptThread, text: string, signal: AbortSignal): Promise<RunProblem | null> {
  const stopped = new Promise<RunProblem>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(createProblem('stopped', 'Stopped.'))
    })
  })
  const problem = await Promise.race([thread.check(text), stopped])
  thread.end()
  return problem
}

function refuseSource(text: string, { sourceBytes = LIMITS.sourceBytes }: Partial<RunLimits>): RunProblem | null {
  const size = new TextEncoder().encode(text).length
  if (size <= sourceBytes) return null
  const message = `the script has ${size} bytes; ${sourceBytes} are allowed`
  return createProblem('limit', message, callError('source_too_large', message))
}

function describeProblem(problem: RunProblem): Envelope {
  return { success: false, error: problem.message, error_details: readDetails(problem) }
}

function describeScript({ catalog }: Assets, text: string): Envelope {
  const { calls, unknown, dynamic } = scanScript(text, catalog.index)
  return {
    success: true,
    error: null,
    calls: calls.map(({ integration, account, function: name, effect, line }) => ({
      ...{ path: [integration, account, name].filter((part) => part !== null).join('.'), effect, line },
    })),
    unknown: unknown.map(({ path, line }) => ({ path, line })),
    complete: !dynamic,
  }
}

const RunInput = z.strictObject({
  source,
  dry_run: z
    .boolean()
    .default(false)
    .describe('Check the calls and show each request; nothing is sent, and a call answers an empty table'),
})
const RunOutput = z.looseObject({
  success: z.boolean(),
  demo: z.boolean().optional(),
  output: z.string().optional(),
  error: z.string().nullable(),
  error_details: z.looseObject({}).optional(),
  result: z.array(z.unknown()).nullable().optional(),
  integration_calls: z
    .array(z.looseObject({ path: z.string(), effect: z.string().nullable(), status: z.string() }))
    .optional(),
  execution_time_ms: z.number().optional(),
  cpu_time_ms: z.number().optional(),
  memory_usage: z.number().optional(),
  meta: z.looseObject({}).optional(),
})

export function createRunTool(parts: LuaParts): Tool<z.infer<typeof RunInput>> {
  const { demo, dryRun, force } = parts.meta
  const where = dryRun
    ? 'Every run is a dry run: calls are checked and shown, and nothing is sent.'
    : demo
      ? 'Calls are answered by sample data, fresh in each run; there is no network.'
      : `Calls go to real accounts. ${force ? 'Calls that ask for consent are allowed.' : 'Some ask a person for consent first.'}`
  const changesNothing = demo || dryRun
  return {
    name: 'run_lua',
    title: 'Run a Lua script',
    description: `Runs a script: app.integrations.<integration>.<function>{ name = value }, as read_doc describes it; a failed call raises an error. ${where} Answers what was printed, the returned values, the error, and each call that was made.`,
    input: RunInput,
    output: RunOutput,
    annotations: {
      readOnlyHint: changesNothing,
      destructiveHint: !changesNothing,
      idempotentHint: changesNothing,
      openWorldHint: !changesNothing,
    },
    run: (input, turn) => runInTurn(parts, input, turn),
  }
}

async function runInTurn(
  { assets, takeThread, meta: usual, limits, env }: LuaParts,
  input: z.infer<typeof RunInput>,
  { signal, report, decide }: Turn,
): Promise<Answer> {
  const meta: Meta = { ...usual, dryRun: usual.dryRun || input.dry_run }
  const needs = { catalog: assets.catalog, source: input.source, meta, env, decide, askHint: ASK_HINT }
  const run = await runScript({
    ...{ assets, thread: takeThread(), source: input.source, integrations: true, limits, signal },
    mode: meta.demo && !meta.dryRun ? 'demo' : 'live',
    openCaller: chooseCaller.bind(null, needs),
    print: (text) => {
      report(text.trimEnd().split('\n').at(-1)!.slice(0, MAX_REPORT))
    },
    onCall: (record: CallRecord) => {
      report(`${listCall(record, meta).path}: ${record.status}`)
    },
  })
  return inJson(buildRunEnvelope({ ...run, meta }))
}

function inJson(envelope: Envelope): Answer {
  return { text: printJson(envelope).trimEnd(), envelope }
}
