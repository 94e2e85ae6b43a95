// What a run shows without `--json`: its values on standard output, all else on standard error.
import { listCall, type RunReport } from './envelope.ts'
import { type Io } from './io.ts'

/** The script's own output has been printed as it came. */
export function printRun(io: Io, report: RunReport): void {
  const { result, meta } = report
  if (meta.dryRun) printRequests(io, report)
  if (result.ok) {
    for (const { text } of result.values) io.out(`${text}\n`)
    return
  }
  const { message, error, traceback } = result.problem
  io.err(`${message}\n`)
  if (traceback.length > 1) io.err(traceback.map(({ text }) => `  ${text}\n`).join(''))
  if (error?.hint) io.err(`${error.hint}\n`)
}

function printRequests(io: Io, { calls, meta }: RunReport): void {
  for (const record of calls) {
    const { path, request, error } = listCall(record, meta)
    io.err(`${path}: ${request ? `${request.method} ${request.url}` : (error ?? 'no request')}\n`)
    if (request?.body) io.err(`  ${request.body}\n`)
  }
  io.err(`Dry run: ${calls.length} checked, nothing was sent.\n`)
}
