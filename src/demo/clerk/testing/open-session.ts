// A session with the fake of Clerk, as tests hold one: requests by method and path, the state kept between them.
import { expect } from 'vitest'
import { formatJson, parseJson } from '../../../contract/value.ts'
import { type ClerkState, demo } from '../../clerk.ts'
import { DEMO_CLOCK, type DemoRequest } from '../../vendor.ts'

export type Json = Record<string, unknown>

/** A session with the fake that keeps its state, as a tab does: through JSON. */
export function openSession() {
  let state: ClerkState = demo.initial()
  const ask = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    clock = DEMO_CLOCK,
  ) => {
    const before = formatJson(state as never)
    const request = {
      method,
      url: demo.settings['url']! + path,
      headers: {
        authorization: `Bearer ${demo.secrets['secret_key']!}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    } as DemoRequest
    const answer = demo.answer(state, request, clock)
    expect(formatJson(state as never), 'the state was changed in place').toBe(before)
    if (answer.reply.status >= 400) expect(formatJson(answer.state as never)).toBe(before)
    state = JSON.parse(JSON.stringify(answer.state)) as ClerkState
    return { status: answer.reply.status, body: answer.reply.body ? (parseJson(answer.reply.body) as never) : null }
  }
  /** The body of a reply that must be a success. */
  const get = (method: string, path: string, body?: unknown): never => {
    const reply = ask(method, path, body)
    expect(reply, `${method} ${path}`).toMatchObject({ status: 200 })
    return reply.body as never
  }
  /** Status, code and parameter of every error of a reply that must be a refusal. */
  const refused = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const reply = ask(method, path, body, headers)
    const { errors, clerk_trace_id: trace } = reply.body as unknown as { errors: Json[]; clerk_trace_id: string }
    expect(trace).toMatch(/^[0-9a-f]{32}$/)
    const named = errors.map(({ code, meta }) => [code, ...Object.values((meta ?? {}) as Json)].flat())
    return [reply.status, ...named]
  }
  return { ask, get, refused }
}
