// A session with the fake of CloudConvert, for its tests.
import { formatJson, parseJson, type Value } from '../../../contract/value.ts'
import { type CloudConvertState, demo } from '../../cloudconvert.ts'
import { DEMO_CLOCK, type DemoRequest } from '../../vendor.ts'

export const BASE = 'https://api.cloudconvert.com/v2'

export interface Task {
  id: string
  name?: string
  status: string
  code: string | null
  message: string | null
  credits: number | null
  result: { files?: { filename: string; url?: string }[]; form?: object; metadata?: object } | null
}

export interface Job {
  id: string
  status: string
  started_at: string | null
  ended_at: string | null
  tasks: Task[]
}

/** A session with the fake that keeps its state, as a tab does: through JSON. */
export function open(change: Partial<CloudConvertState> = {}) {
  const session = {
    state: { ...demo.initial(), ...change },
    ask(method: DemoRequest['method'], path: string, body?: object | string, key = 'demo-api-key') {
      const before = formatJson(session.state as never)
      const text = typeof body === 'string' ? body : body ? JSON.stringify(body) : null
      const request = { method, url: BASE + path, headers: { authorization: `Bearer ${key}` }, body: text }
      const { state: after, reply } = demo.answer(session.state, request, DEMO_CLOCK)
      if (formatJson(session.state as never) !== before) throw new Error('the state was changed in place')
      session.state = JSON.parse(JSON.stringify(after)) as CloudConvertState
      return { status: reply.status, body: reply.body && (parseJson(reply.body) as Record<string, Value>) }
    },
    data<Data>(method: DemoRequest['method'], path: string, body?: object) {
      return (session.ask(method, path, body).body as { data: Data }).data
    },
    /** Looks at a job until it has ended. */
    finish(id: string): Job {
      for (let look = 0; look < 20; look++) {
        const job = session.data<Job>('GET', `/jobs/${id}`)
        if (job.status === 'finished' || job.status === 'error') return job
      }
      throw new Error('the job never ends')
    },
    run: (tasks: object) => session.finish(session.data<Job>('POST', '/jobs', { tasks }).id),
  }
  return session
}
