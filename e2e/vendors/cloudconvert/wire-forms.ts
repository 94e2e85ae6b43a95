// The forms of wire cases of CloudConvert: a request that is answered, a call that is refused before anything is sent.
import { type WireCase, type WireStep } from '../wire-case.ts'

const AUTHORIZATION = 'Bearer wire-cloudconvert-key-3d71'

/** A call by its script and its arguments as JSON text; Lua writes the names of a table in order. */
interface Spoken {
  name: string
  lua: string
  arguments: string
}

export function post(fn: string, call: Spoken, path: string, body: string, reply: string, value: string): WireCase {
  return make(fn, call, { method: 'POST', path, body }, { status: 201, body: reply }, value)
}

export function get(fn: string, call: Spoken, path: string, reply: string, value: string): WireCase {
  return make(fn, call, { method: 'GET', path, body: null }, { status: 200, body: reply }, value)
}

function make(
  fn: string,
  call: Spoken,
  request: Pick<WireStep, 'method' | 'path' | 'body'>,
  reply: WireStep['reply'],
  value: string,
): WireCase {
  return { ...call, function: fn, steps: [{ ...request, authorization: AUTHORIZATION, reply }], outcome: { value } }
}

export function refuse(fn: string, call: Spoken, message: string): WireCase {
  return { ...call, function: fn, steps: [], outcome: { code: 'invalid_argument', message } }
}

/** The same request with another reply, which is an error. */
export function fail(base: WireCase, name: string, reply: WireStep['reply'], code: string, message: string): WireCase {
  return { ...base, name, steps: base.steps.map((step) => ({ ...step, reply })), outcome: { code, message } }
}
