// The HTTP API of the fake deployment: functions by path, shapes of tables, and what deployment this is.
// Source: crates/local_backend/src/{router,public_api,authentication}.rs of get-convex/convex-backend.
import { type VendorReply } from '../../contract/http.ts'
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { answerJson } from '../answer-json.ts'
import { type DemoAnswer, type DemoRequest } from '../vendor.ts'
import { refuseCaller } from './authentication.ts'
import { type Database } from './database.ts'
import { FunctionError } from './function-error.ts'
import { type Arguments, functions, runFunction } from './functions.ts'
import { deploymentInfo } from './schema.ts'
import { inferShapes } from './shapes.ts'
import { cleanValue, readValue, ValueError } from './values.ts'

const ROUTES: Record<string, 'GET' | 'POST'> = {
  '/api/query': 'POST',
  '/api/mutation': 'POST',
  '/api/shapes2': 'GET',
  '/api/v1/deployment_info': 'GET',
}

export interface Deployment {
  name: string
  /** The deploy key that opens it. */
  key: string
}

/** Answers one request on a database that stays as it was. */
export function answerDeployment(
  database: Database,
  request: DemoRequest,
  clock: number,
  deployment: Deployment,
): DemoAnswer<Database> {
  const reply = (answer: VendorReply): DemoAnswer<Database> => ({ state: database, reply: answer })
  const { pathname } = new URL(request.url)
  const method = Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname] : undefined
  // Axum answers both without a body.
  if (!method) return reply({ status: 404, headers: {}, body: '' })
  if (request.method !== method) return reply({ status: 405, headers: { allow: method }, body: '' })
  const refusal = refuseCaller(request.headers['authorization'], deployment)
  if (refusal && !refusal.anonymous) return reply(refusal.reply)
  if (method === 'GET') {
    if (refusal) return reply(refusal.reply)
    return reply(answerJson(200, pathname === '/api/shapes2' ? inferShapes(database) : deploymentInfo))
  }
  const call = readCall(request)
  if ('status' in call) return reply(call)
  const kind = pathname === '/api/query' ? 'query' : 'mutation'
  return callFunction(database, call, kind, clock, refusal !== null)
}

interface FunctionCall {
  path: string
  args: Value
  format: string
}

/** The call that a body holds, or the reply to a body that holds none. */
function readCall({ headers, body }: DemoRequest): FunctionCall | VendorReply {
  const refuse = (code: string, message: string) => answerJson(400, { code, message })
  if (!headers['content-type']?.startsWith('application/json')) {
    return refuse('BadJsonBody', 'Expected request with `Content-Type: application/json`')
  }
  const json = readJson(body ?? '')
  if (!isObject(json)) return refuse('BadJsonBody', 'Failed to parse the request body as JSON')
  const { path, args, format = 'convex_encoded_json' } = json
  for (const [name, value] of Object.entries({ path, args })) {
    if (value === undefined) {
      const message = `Failed to deserialize the JSON body into the target type: missing field \`${name}\``
      return refuse('BadJsonBody', message)
    }
  }
  if (typeof path !== 'string') return refuse('BadJsonBody', 'Failed to deserialize the JSON body into the target type')
  if (format !== 'json' && format !== 'convex_encoded_json') {
    return refuse('BadFormat', `format param must be one of [\`json\`]. Got ${String(format)}`)
  }
  if (!/^[\w./-]+(?::\w+)?$/.test(path)) {
    return refuse('BadConvexFunctionIdentifier', `${path} is not a valid path to a Convex function.`)
  }
  return { path: path.replace(/:default$/, ''), args: args!, format }
}

function readJson(text: string): Value | undefined {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function callFunction(
  database: Database,
  { path, args, format }: FunctionCall,
  kind: 'query' | 'mutation',
  clock: number,
  anonymous: boolean,
): DemoAnswer<Database> {
  const write = (value: Value): Value => (format === 'json' ? cleanValue(value) : value)
  try {
    const fn = anonymous || !Object.hasOwn(functions, path) ? undefined : functions[path]!
    if (!fn) throw new FunctionError(explainMissing(path, anonymous))
    if (fn.kind !== kind)
      throw new FunctionError(
        `Trying to execute ${path}.js:default as ${nameKind(kind)}, but it is defined as ${nameKind(fn.kind)}.`,
      )
    const outcome = runFunction(fn, database, readArguments(path, args), clock)
    const value = write(outcome.value)
    return { state: outcome.database, reply: answerJson(200, { status: 'success', value }) }
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error
    const errorMessage = `[Request ID: 3f1c8a5b7d2e9064] Server Error\n${error.message}\n`
    const data = error.data === undefined ? {} : { errorData: write(error.data) }
    return { state: database, reply: answerJson(200, { status: 'error', errorMessage, ...data }) }
  }
}

/** Arguments are one object; the older form, which the npm client still sends, wraps it in a list. */
function readArguments(path: string, args: Value): Arguments {
  const list = Array.isArray(args) ? args : [args]
  try {
    const value = readValue(list[0] ?? {})
    if (list.length <= 1 && isObject(value)) return value
  } catch (error) {
    if (!(error instanceof ValueError)) throw error
    throw new FunctionError(`Invalid arguments for ${path}.js:default: ${error.message}`)
  }
  throw new FunctionError(`Invalid arguments for ${path}.js:default: arguments must be an object`)
}

function explainMissing(path: string, anonymous: boolean): string {
  const isSystem = path.startsWith('_system/') && !anonymous
  return isSystem ? `Couldn't find system module '"${path}.js"'.` : `Could not find public function for '${path}'.`
}

function nameKind(kind: 'query' | 'mutation'): string {
  return kind === 'query' ? 'Query' : 'Mutation'
}
