// The error of a call as a script that catches it sees it.
import { type CallError } from '../../src/contract/errors.ts'
import { type LiveRun } from './open-path.ts'

/** A script that makes the call, catches its error and returns every field of it. `json` holds the arguments. */
export function catchError(slug: string, name: string, json: string, account = ''): string {
  return `local namespace = app.integrations["${slug}"]${account && `.${account}`}
local ok, e = pcall(namespace.${name}, json.decode([====[${json}]====]))
if ok then error("the call did not fail") end
return {
  code = e.code, message = e.message, hint = e.hint, retryable = e.retryable, status = e.status,
  retryAfter = e.retry_after, vendorCode = e.vendor_code, fields = e.fields,
  integration = e.integration, ["function"] = e["function"], account = e.account,
}`
}

/** What {@link catchError} returned. */
export function readCaught({ result }: LiveRun): CallError {
  if (!result.ok) throw new Error(result.problem.message)
  return JSON.parse(result.values[0]!.json!) as CallError
}
