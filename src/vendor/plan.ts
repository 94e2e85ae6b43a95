// A call as a plan: which requests it makes, and what their replies come to.
import { type FunctionDefinition, type IntegrationDefinition } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'
import { LIMITS } from '../contract/limits.ts'
import { type Value } from '../contract/value.ts'
import { keepDeclared } from './declared.ts'
import { type Arguments, type CallPlan, type HandlerContext } from './handler.ts'
import { handlers } from './handlers.generated.ts'
import { readReply } from './reply.ts'
import { buildRequest } from './request.ts'
import { type AllowHost, readServerUrl } from './server-url.ts'
import { fillShape } from './shape.ts'

/**
 * Plans a call with checked arguments. The caller sends each request that the generator yields, in order,
 * and resumes it with the reply; the value that it returns is the result for Lua.
 *
 * @param settings values of the account's `url` fields
 * @param allow hosts outside the definition, see {@link readServerUrl}
 * @param depth most lists and objects in each other, of arguments and replies
 */
export function* planCall(
  integration: IntegrationDefinition,
  fn: FunctionDefinition,
  args: Arguments,
  settings: Record<string, string>,
  allow?: AllowHost,
  depth: number = LIMITS.depth,
): CallPlan {
  const context: HandlerContext = {
    integration,
    fn,
    args,
    depth,
    build: (binding, made = args) => {
      const base = readServerUrl(integration, binding.server, settings, allow)
      return buildRequest(binding, integration.servers[binding.server]!, base, made)
    },
    read: (reply) => readReply(integration, reply, depth),
  }
  const value = yield* fn.handler ? findHandler(integration, fn.handler)(context) : planRequest(context)
  return keepDeclared(fn.output, value)
}

function findHandler({ slug }: IntegrationDefinition, name: string) {
  const handler = handlers[slug]?.[name]
  if (!handler) throw new CallFailure('internal', `There is no handler ${slug}.${name}`)
  return handler
}

/** The plan of a definition without a handler: one request, and its reply in the shape of `result`. */
function* planRequest({ integration, fn, args, build, read }: HandlerContext): CallPlan {
  const { request, result = { $reply: '' } } = fn
  if (!request) throw new CallFailure('internal', `${integration.slug}.${fn.name} has neither request nor handler`)
  const reply = yield build(request)
  const json = read(reply)
  const value = fillShape(result, { args, reply: json }) ?? null
  requireForm(integration, fn, value, reply.status)
  requireFields(integration, fn, value, reply.status)
  return value
}

/** An empty reply, or a bare text or number, must not pass for the object or the list that was asked for. */
function requireForm(
  { name }: IntegrationDefinition,
  { output }: FunctionDefinition,
  value: Value,
  status: number,
): void {
  if (output.nullable || (typeof value === 'object' && value !== null)) return
  const isCompound = [output, ...(output.anyOf ?? [])].some(({ type }) => type === 'object' || type === 'array')
  if (isCompound) throw new CallFailure('vendor_error', `${name} answered in a form that is not known`, { status })
}

/** A reply that lacks what the result is made of must not look like an empty one. */
function requireFields(integration: IntegrationDefinition, fn: FunctionDefinition, value: Value, status: number): void {
  const { result, output } = fn
  if (typeof result !== 'object' || result === null || Object.keys(result).some((key) => key.startsWith('$'))) return
  const missing = output.required?.filter((key) => !Object.hasOwn(value as object, key)) ?? []
  if (missing.length) {
    const message = `${integration.name} answered without what ${missing.map((key) => `\`${key}\``).join(', ')} is read from`
    throw new CallFailure('vendor_error', message, { status })
  }
}
