// `kosmo integrations:lua` and `kosmo mcp:lua`: runs a script from a file, from --eval or from standard input.
import { MOST } from '../../contract/limits.ts'
import { type Assets } from './assets.ts'
import { decideCall } from './ask-person.ts'
import { type CommandCaller, createDemoCaller, createDryCaller, createServerCaller } from './callers.ts'
import { buildRunEnvelope, listCall, type Meta, printJson } from './envelope.ts'
import { EXIT, type Io, UsageError } from './io.ts'
import { type Options, readLimit } from './options.ts'
import { runScript } from './run-script.ts'

/** Below this, nothing could run at all. */
const LEAST = { memoryBytes: 1 << 20, cpuSeconds: 0.001 }

/** @returns the exit code */
export async function runLua(
  io: Io,
  assets: Assets,
  { values, positionals }: Options<'lua'>,
  integrations: boolean,
): Promise<number> {
  const source = await readSource(io, values.eval, positionals)
  const memory = readLimit('memory-limit', values['memory-limit'], LEAST.memoryBytes, MOST.memoryBytes)
  const cpu = readLimit('cpu-limit', values['cpu-limit'], LEAST.cpuSeconds, MOST.cpuMs / 1000)
  const meta: Meta = { demo: values.demo ?? false, dryRun: values['dry-run'] ?? false, force: values.force ?? false }
  const run = await runScript({
    assets,
    source,
    integrations,
    caller: chooseCaller(io, assets, source, meta),
    limits: { ...(memory && { memoryBytes: Math.floor(memory) }), ...(cpu && { cpuMs: cpu * 1000 }) },
    print: (text) => {
      if (!values.json) io.out(text)
    },
  })
  const report = { ...run, meta }
  if (values.json) io.out(printJson(buildRunEnvelope(report)))
  else printForPeople(io, report)
  return run.result.ok ? EXIT.ok : EXIT.failed
}

function chooseCaller(io: Io, assets: Assets, source: string, meta: Meta): CommandCaller {
  const { catalog } = assets
  if (meta.dryRun) return createDryCaller(catalog)
  if (meta.demo) return createDemoCaller(catalog)
  const decide = decideCall.bind(null, io, meta.force)
  return createServerCaller({ catalog, source, env: io.env, signal: io.signal, decide })
}

async function readSource(io: Io, code: string | undefined, files: string[]): Promise<string> {
  if (files.length > 1) throw new UsageError(`One file at a time: ${files.join(', ')}.`)
  const [file] = files
  if (code !== undefined && file !== undefined) throw new UsageError('Give either a file or --eval, not both.')
  if (code !== undefined) return code
  if (file !== undefined && file !== '-') return readFile(io, file)
  const input = await io.readInput()
  if (input === null) throw new UsageError('There is no script: name a file, use --eval, or send it to standard input.')
  return input
}

async function readFile(io: Io, file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await io.readFile(file))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code)
    throw new UsageError(`${file} cannot be read: ${reason}.`)
  }
}

function printForPeople(io: Io, report: Parameters<typeof buildRunEnvelope>[0]): void {
  const { result, calls, meta } = report
  if (meta.dryRun) {
    for (const record of calls) {
      const { path, request, error } = listCall(record, meta)
      io.err(`${path}: ${request ? `${request.method} ${request.url}` : (error ?? 'no request')}\n`)
      if (request?.body) io.err(`  ${request.body}\n`)
    }
    io.err(`Dry run: ${calls.length} checked, nothing was sent.\n`)
  }
  if (result.ok) {
    for (const { text } of result.values) io.out(`${text}\n`)
    return
  }
  const { message, error, traceback } = result.problem
  io.err(`${message}\n`)
  if (traceback.length > 1) io.err(traceback.map(({ text }) => `  ${text}\n`).join(''))
  if (error?.hint) io.err(`${error.hint}\n`)
}
