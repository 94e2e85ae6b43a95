// A session with the fake of Convex for its tests: it keeps its state as a tab does, through JSON.
import { expect } from 'vitest'
import { formatJson, parseJson } from '../../../contract/value.ts'
import { demo } from '../../convex.ts'
import { DEMO_CLOCK, type DemoRequest } from '../../vendor.ts'
import { type Database } from '../database.ts'

export const BASE = 'https://happy-otter-123.convex.cloud'
export const KEY = 'Convex dev:happy-otter-123|demo-deploy-key'

/** Opens one on fresh sample data. */
export function open() {
  const session = {
    state: demo.initial(),
    ask(request: Partial<DemoRequest> & { url: string }) {
      const before = formatJson(session.state as never)
      const full = { method: 'GET', headers: { authorization: KEY }, body: null, ...request } as DemoRequest
      const { state: after, reply } = demo.answer(session.state, full, DEMO_CLOCK)
      expect(formatJson(session.state as never)).toBe(before)
      session.state = JSON.parse(JSON.stringify(after)) as Database
      return { status: reply.status, body: reply.body ? (parseJson(reply.body) as Answer) : null }
    },
    send(endpoint: string, body: unknown, headers = {}) {
      const sent = { authorization: KEY, 'content-type': 'application/json', ...headers }
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return session.ask({ method: 'POST', url: `${BASE}/api/${endpoint}`, headers: sent, body: text })
    },
    query: (path: string, args: object, format = 'json') => session.send('query', { path, args, format }).body!,
    mutate: (path: string, args: object) => session.send('mutation', { path, args, format: 'json' }).body!,
    read(table: string, filters: string | null = null, options = {}) {
      const paginationOpts = { numItems: 10, cursor: null, ...options }
      return session.query('_system/frontend/paginatedTableDocuments', { table, filters, paginationOpts })
    },
  }
  return session
}

export interface Answer {
  status?: string
  code?: string
  message?: string
  errorMessage?: string
  errorData?: unknown
  value?: { page: Record<string, unknown>[]; isDone: boolean; continueCursor: string }
}

export const filter = (clauses: unknown[], order?: string) => btoa(JSON.stringify({ clauses, order }))
export const eq = (field: string, value: unknown) => ({ op: 'eq', field, value })
export const names = ({ value }: Answer) => value!.page.map((document) => document['name'])
