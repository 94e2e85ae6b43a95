// Short forms for the wire cases of Convex: a step by method, a case that works, one that fails, and the two forms of a function's answer.
import { type WireCase, type WireStep } from '../wire-case.ts'

const KEY = 'Convex dev:wire-test-123|wire-deploy-key-5f0c'

type Reply = WireStep['reply']

export const post = (path: string, body: string, reply: string, status = 200): WireStep => ({
  method: 'POST',
  path,
  authorization: KEY,
  body,
  reply: { status, body: reply },
})
export const get = (path: string, reply: string, status = 200): WireStep => ({
  method: 'GET',
  path,
  authorization: KEY,
  body: null,
  reply: { status, body: reply },
})

interface CaseParts {
  lua: string
  /** Arguments as JSON text. */
  text: string
  steps: WireStep[]
}

export const works = (name: string, fn: string, parts: CaseParts, value: string): WireCase => ({
  name,
  function: fn,
  lua: parts.lua,
  arguments: parts.text,
  steps: parts.steps,
  outcome: { value },
})
export const fails = (name: string, fn: string, parts: CaseParts, code: string, message: string): WireCase => ({
  ...works(name, fn, parts, ''),
  outcome: { code, message },
})
export const failsLike = (base: WireCase, name: string, reply: Reply, code: string, message: string): WireCase => ({
  ...base,
  name,
  steps: [{ ...base.steps[0]!, reply }],
  outcome: { code, message },
})

export const success = (value: string): string => `{"status":"success","value":${value},"logLines":[]}`
export const failure = (message: string, data = ''): string =>
  `{"status":"error","errorMessage":${JSON.stringify(message)}${data && `,"errorData":${data}`}}`

/** Base64 of the UTF-8 bytes of a filter expression (RFC 4648, section 4). */
export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
