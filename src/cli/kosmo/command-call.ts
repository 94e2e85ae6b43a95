// `kosmo integrations:call <function> [json]`: one call without a script, through the same checks.
import { type Call, type CallOutcome } from '../../contract/call.ts'
import { type Effect, operationOf } from '../../contract/effect.ts'
import { CallFailure } from '../../contract/errors.ts'
import { ACCOUNT, nearestName, spellFunction } from '../../contract/names.ts'
import { isObject, parseJson, formatJson, type Value } from '../../contract/value.ts'
import { createCallLog } from '../../run/call-log.ts'
import { failCall } from '../../run/host.ts'
import { type Assets } from './assets.ts'
import { decideCall } from './ask-person.ts'
import { chooseCaller } from './choose-caller.ts'
import { ASK_HINT } from './command-lua.ts'
import { describeError, printJson } from './envelope.ts'
import { EXIT, type Io, UsageError } from './io.ts'
import { type Options, readMeta } from './options.ts'

/** @returns the exit code */
export async function callFunction(io: Io, { values, positionals }: Options<'call'>, assets: Assets): Promise<number> {
  const [path, payload] = positionals
  if (path === undefined)
    throw new UsageError('Name a function: kosmo integrations:call clerk.list_users \'{"limit": 5}\'')
  if (positionals.length > 2) throw new UsageError('Arguments are one JSON object, or --arg name=value for each.')
  const { integration, name, effect } = findFunction(assets, path)
  if (values.account !== undefined && !ACCOUNT.test(values.account)) {
    throw new UsageError(`--account takes a name of a-z, 0-9 and _, not "${values.account}".`)
  }
  const args = await readArguments(io, assets, integration, name, payload, values.arg ?? [])
  const call: Call = {
    integration,
    function: name,
    account: values.account ?? null,
    arguments: formatJson(args),
    line: 0,
  }
  const meta = readMeta(values)
  const { catalog } = assets
  const decide = decideCall.bind(null, io, meta.force)
  const source = `${integration}.${name}`
  const caller = chooseCaller({ catalog, source, meta, env: io.env, decide, askHint: ASK_HINT }, io.signal)
  const startedAt = performance.now()
  const logged = createCallLog(catalog.index, () => undefined, Date.now).begin(call)
  const outcome = await caller
    .call(call, logged)
    .then(requireJson)
    .catch((error: unknown) => failCall(call, error))
  caller.finish()
  report(io, values.json ?? false, call, outcome, {
    ...{ demo: meta.demo, dry_run: meta.dryRun, operation: operationOf(effect) },
    ...{ permission_bypassed: meta.force, account: outcome.account },
    duration_ms: Math.round(performance.now() - startedAt),
  })
  return outcome.ok ? EXIT.ok : EXIT.failed
}

/** A script finds out by itself, when Lua decodes the result. */
function requireJson(outcome: CallOutcome): CallOutcome {
  try {
    if (outcome.ok) parseJson(outcome.value)
    return outcome
  } catch {
    throw new CallFailure('reply_not_json', 'The result is not JSON.')
  }
}

function report(io: Io, json: boolean, call: Call, outcome: CallOutcome, facts: Record<string, Value>): void {
  const { demo, duration_ms, ...meta } = facts
  const request = outcome.exchanges[0]?.request
  const shown = request && { method: request.method, url: request.url, body: request.body }
  if (!json) {
    if (meta['dry_run'] && shown) io.out(`${shown.method} ${shown.url}\n${shown.body ? `${shown.body}\n` : ''}`)
    else if (outcome.ok) io.out(printJson(parseJson(outcome.value)))
    else io.err(`${outcome.error.code}: ${outcome.error.message}\n${outcome.error.hint}\n`)
    return
  }
  io.out(
    printJson({
      function: `${call.integration}.${call.function}`,
      success: outcome.ok,
      demo: demo ?? false,
      data: outcome.ok && !meta['dry_run'] ? parseJson(outcome.value) : null,
      error: outcome.ok ? null : `${outcome.error.code}: ${outcome.error.message}`,
      ...(!outcome.ok && { error_details: describeError(outcome.error) }),
      ...(meta['dry_run'] && shown && { request: shown }),
      meta,
      duration_ms: duration_ms ?? 0,
    }),
  )
}

function findFunction({ catalog }: Assets, path: string): { integration: string; name: string; effect: Effect } {
  const [namespace = '', wanted = '', ...rest] = path.replace(/^(app\.)?integrations\./, '').split('.')
  const entry = catalog.index.integrations.find(({ slug, namespaces }) => [slug, ...namespaces].includes(namespace))
  const fn = entry?.functions.find((known) => spellFunction(entry.namespaces, known).includes(wanted))
  if (!entry || !fn || rest.length) {
    const near = nearestName(`${namespace}.${wanted}`, listFunctions(catalog.index))
    const found = near ? `Did you mean ${near}?` : 'kosmo integrations:search finds them by words.'
    throw new UsageError(`There is no function ${path}. ${rest.length ? '--account names an account.' : found}`)
  }
  return { integration: entry.slug, name: fn.name, effect: fn.effect }
}

function listFunctions({ integrations }: Assets['catalog']['index']): string[] {
  return integrations.flatMap(({ slug, functions }) => functions.map(({ name }) => `${slug}.${name}`))
}

/** JSON first, then --arg over it: a value is read as the schema of its argument says, never by how it looks. */
async function readArguments(
  io: Io,
  { catalog }: Assets,
  integration: string,
  name: string,
  payload: string | undefined,
  pairs: string[],
): Promise<Record<string, Value>> {
  const fn = catalog.integrations[integration]!.functions.find((known) => known.name === name)!
  const text = payload ?? (pairs.length ? null : decodeText(await io.readInput()))
  const given = new Map(text?.trim() ? Object.entries(readObject(text)) : [])
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) throw new UsageError(`--arg takes name=value, not "${pair}".`)
    const [key, value] = [pair.slice(0, at).replaceAll('-', '_'), pair.slice(at + 1)]
    given.set(key, readValue(fn.input.properties?.[key]?.type, value))
  }
  return Object.fromEntries(given)
}

function decodeText(input: Uint8Array | null): string | null {
  return input && new TextDecoder().decode(input)
}

function readObject(text: string): Record<string, Value> {
  let value: Value
  try {
    value = parseJson(text)
  } catch (error) {
    throw new UsageError(`The arguments are not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (!isObject(value)) throw new UsageError('The arguments must be one JSON object.')
  return value
}

function readValue(type: string | undefined, text: string): Value {
  if (type === undefined || type === 'string') return text
  try {
    return parseJson(text)
  } catch {
    return text
  }
}
