// The demo vendor of CloudConvert: a fake of its API v2 in which jobs come to their end by being looked at.
// Vendor documentation: https://cloudconvert.com/docs and https://cloudconvert.com/api/v2
import { type VendorReply } from '../contract/http.ts'
import { parseJson, type Value } from '../contract/value.ts'
import { answerJson } from './answer-json.ts'
import { advance, withInputs } from './cloudconvert/advance.ts'
import { createJob, createTask } from './cloudconvert/create.ts'
import { cancelTask, deleteJob, deleteTask } from './cloudconvert/end.ts'
import { listJobs, listTasks, readInclude } from './cloudconvert/list.ts'
import { findOperation } from './cloudconvert/operations.ts'
import { invalidData, notAllowed, notFound } from './cloudconvert/refusals.ts'
import { serverError, tooManyRequests, unauthenticated } from './cloudconvert/refusals.ts'
import { createSampleState, user } from './cloudconvert/sample-data.ts'
import { BASE, showJob, showTask } from './cloudconvert/show.ts'
import { type CloudConvertState } from './cloudconvert/state.ts'
import { type DemoAnswer, type DemoRequest, type DemoVendor } from './vendor.ts'

export type { CloudConvertState } from './cloudconvert/state.ts'

const secrets = { api_key: 'demo-api-key' }

export const demo: DemoVendor<CloudConvertState> = {
  settings: { url: BASE },
  secrets,
  initial: createSampleState,
  answer,
  refuse: (status) => (status === 429 ? tooManyRequests() : serverError()),
}

type Answer = DemoAnswer<CloudConvertState>

function answer(state: CloudConvertState, request: DemoRequest, clock: number): Answer {
  const { pathname, searchParams } = new URL(request.url)
  const stay = (reply: VendorReply): Answer => ({ state, reply })
  if (request.headers['authorization'] !== `Bearer ${secrets.api_key}`) return stay(unauthenticated())
  const path = /^\/v2\/(.+)$/.exec(pathname)?.[1]
  if (path === undefined) return stay(notFound())
  const [kind, id, action, ...rest] = path.split('/').map(decodeSegment)
  if (path === 'users/me') return stay(request.method === 'GET' ? showUser(state) : notAllowed(request.method))
  if (path === 'jobs') return answerJobs(state, request, searchParams, clock)
  if (path === 'tasks') {
    return stay(request.method === 'GET' ? listTasks(state, searchParams) : notAllowed(request.method))
  }
  if (kind === 'jobs' && id !== undefined && action === undefined) return answerJob(state, request, id, clock)
  if (kind === 'tasks' && id !== undefined && !rest.length) return answerTask(state, request, id, action, clock)
  if (!findOperation(path)) return stay(notFound())
  if (request.method !== 'POST') return stay(notAllowed(request.method))
  const made = createTask(state, path, readBody(request), clock)
  if ('refusal' in made) return stay(made.refusal)
  const task = made.state.tasks.find((candidate) => candidate.id === made.id)!
  return { state: made.state, reply: answerJson(201, { data: showTask(made.state, task, ['payload']) }) }
}

function answerJobs(state: CloudConvertState, request: DemoRequest, query: URLSearchParams, clock: number): Answer {
  if (request.method === 'GET') return { state, reply: listJobs(state, query) }
  if (request.method !== 'POST') return { state, reply: notAllowed(request.method) }
  const made = createJob(state, readBody(request), clock)
  if ('refusal' in made) return { state, reply: made.refusal }
  const job = made.state.jobs.find(({ id }) => id === made.id)!
  return { state: made.state, reply: answerJson(201, { data: showJob(made.state, job, true) }) }
}

function answerJob(state: CloudConvertState, { method }: DemoRequest, id: string, clock: number): Answer {
  const job = state.jobs.find((candidate) => candidate.id === id)
  if (!job) return { state, reply: notFound() }
  if (method === 'DELETE') return { state: deleteJob(state, id), reply: { status: 204, headers: {}, body: '' } }
  if (method !== 'GET') return { state, reply: notAllowed(method) }
  const own = state.tasks.filter(({ job_id }) => job_id === id).map((task) => task.id)
  const after = advance(state, new Set(own), clock)
  return { state: after, reply: answerJson(200, { data: showJob(after, job, true) }) }
}

function answerTask(
  state: CloudConvertState,
  { method, url }: DemoRequest,
  id: string,
  action: string | undefined,
  clock: number,
): Answer {
  const task = state.tasks.find((candidate) => candidate.id === id)
  if (!task || (action !== undefined && action !== 'cancel')) return { state, reply: notFound() }
  const show = (after: CloudConvertState, include: string[]): Answer => {
    const shown = after.tasks.find((candidate) => candidate.id === id)!
    return { state: after, reply: answerJson(200, { data: showTask(after, shown, include) }) }
  }
  if (action === 'cancel') {
    if (method !== 'POST') return { state, reply: notAllowed(method) }
    const after = cancelTask(state, task, clock)
    const refusal = invalidData([['status', 'Cannot change status: task already completed.']])
    return after ? show(after, []) : { state, reply: refusal }
  }
  if (method === 'DELETE') return { state: deleteTask(state, id), reply: { status: 204, headers: {}, body: '' } }
  if (method !== 'GET') return { state, reply: notAllowed(method) }
  return show(advance(state, withInputs(state, id), clock), readInclude(new URL(url).searchParams))
}

/** Text of a path segment; one that is not encoded rightly stands for itself, and names nothing. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function showUser({ credits }: CloudConvertState): VendorReply {
  return answerJson(200, { data: { ...user, credits, links: { self: `${BASE}/users/${user.id}` } } })
}

/** The JSON of a body; null for what is none, which then lacks every field. */
function readBody({ body }: DemoRequest): Value {
  try {
    return parseJson(body ?? '')
  } catch {
    return null
  }
}
