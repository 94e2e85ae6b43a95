// The form of Clerk's wire cases: one request each, with the arguments once as JSON and once as Lua.
import { isObject, type Value } from '../../../src/contract/value.ts'
import { type WireCase } from '../wire-case.ts'

export const SECRET_KEY = 'sk_test_wire0secret0key'

const AUTHORIZATION = `Bearer ${SECRET_KEY}`

/** A request line, `GET /users?limit=1`, and the JSON text of its body where it has one. */
export type Sent = string | readonly [line: string, body: string]

/** A call that works. `value` is what Lua gets where that is not simply the reply without its nulls. */
export function call(fn: string, name: string, args: object, sent: Sent, reply: object, value: unknown = reply) {
  return written(fn, name, args, sent, { status: 200, body: JSON.stringify(reply) }, { value: withoutNull(value) })
}

/** A call that works, and that Clerk answers without a body. */
export function silent(fn: string, name: string, args: object, sent: Sent): WireCase {
  return written(fn, name, args, sent, { status: 204, body: '' }, { value: 'null' })
}

/** A call that Clerk refuses with an error body of its own. */
export function refused(
  fn: string,
  name: string,
  args: object,
  sent: Sent,
  status: number,
  error: { message: string; long_message?: string; code: string; meta?: object },
  code: string,
): WireCase {
  const body = JSON.stringify({ errors: [error], clerk_trace_id: '5ba5cf1ac4b16ba4e0c9b5d5d9eb3f54' })
  return written(fn, name, args, sent, { status, body }, { code, message: error.long_message ?? error.message })
}

/** A call that is refused before anything is sent. */
export function unsent(fn: string, name: string, args: object, message: string): WireCase {
  const base = { name, function: fn, lua: ` ${writeLua(args as Value)}`, arguments: JSON.stringify(args), steps: [] }
  return { ...base, outcome: { code: 'invalid_argument', message } }
}

function written(
  fn: string,
  name: string,
  args: object,
  sent: Sent,
  reply: { status: number; body: string },
  outcome: WireCase['outcome'],
): WireCase {
  const [line, body] = typeof sent === 'string' ? [sent, null] : sent
  const [method, path] = line.split(' ') as [string, string]
  return {
    name,
    function: fn,
    lua: ` ${writeLua(args as Value)}`,
    arguments: JSON.stringify(args),
    steps: [{ method, path, authorization: AUTHORIZATION, body, reply }],
    outcome,
  }
}

/** The same case called with its arguments by position. */
export function positional(wire: WireCase, lua: string): WireCase {
  return { ...wire, name: `${wire.name}, by position`, lua }
}

/** A JSON value as Lua: `{ name = "a" }`. Text without control characters only. */
export function writeLua(value: Value): string {
  if (value === null) return 'json.null'
  if (Array.isArray(value)) return `{ ${value.map(writeLua).join(', ')} }`
  if (!isObject(value)) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([key, field]) => `[${JSON.stringify(key)}] = ${writeLua(field)}`)
    .join(', ')} }`
}

function withoutNull(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) => (field === null ? undefined : field))
}
