// `kosmo integrations:lua` and `kosmo mcp:lua`: runs a script from a file, from --eval or from standard input.
import { type Assets } from './assets.ts'
import { decideCall } from './ask-person.ts'
import { chooseCaller } from './choose-caller.ts'
import { buildRunEnvelope, printJson } from './envelope.ts'
import { EXIT, type Io } from './io.ts'
import { type Options, readLimits, readMeta } from './options.ts'
import { printRun } from './print-run.ts'
import { readSource } from './read-source.ts'
import { runScript } from './run-script.ts'

export const ASK_HINT =
  'Run the command at a terminal and send nothing to its standard input, or add --force within the scopes of the token.'

/** @returns the exit code */
export async function runLua(
  io: Io,
  load: () => Promise<Assets>,
  { values, positionals }: Options<'lua'>,
  integrations: boolean,
): Promise<number> {
  const limits = readLimits(values)
  const source = await readSource(io, values.eval, positionals)
  const thread = io.startLua()
  const assets = await load()
  const meta = readMeta(values)
  const decide = decideCall.bind(null, io, meta.force)
  const run = await runScript({
    ...{ assets, thread, source, integrations, limits, signal: io.signal },
    mode: meta.demo && !meta.dryRun ? 'demo' : 'live',
    openCaller: chooseCaller.bind(null, {
      ...{ catalog: assets.catalog, source, meta, env: io.env, decide, askHint: ASK_HINT },
    }),
    print: (text) => {
      if (!values.json) io.out(text)
    },
  })
  const report = { ...run, meta }
  if (values.json) io.out(printJson(buildRunEnvelope(report)))
  else printRun(io, report)
  return run.result.ok ? EXIT.ok : EXIT.failed
}
