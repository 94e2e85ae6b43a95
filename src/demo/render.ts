// The demo vendor of Render: a fake of its REST API, with the services of a small company.
// Vendor documentation: https://api-docs.render.com/reference/introduction
import { type VendorReply } from '../contract/http.ts'
import { answerJson } from './answer-json.ts'
import { createService } from './render/create-service.ts'
import { addDeploy, listDeploys, showDeploy } from './render/deploys.ts'
import { addJob, listJobs, showJob } from './render/jobs.ts'
import { owners, user } from './render/owners.ts'
import { showPage } from './render/page.ts'
import { answerRefusal, Refusal } from './render/refusal.ts'
import { sampleDeploys } from './render/sample-deploys.ts'
import { sampleJobs } from './render/sample-jobs.ts'
import { sampleServices } from './render/sample-services.ts'
import { findService, listServices, removeService } from './render/services.ts'
import { type RenderState } from './render/state.ts'
import { type DemoAnswer, type DemoRequest, type DemoVendor } from './vendor.ts'

const settings = { url: 'https://api.render.com/v1' }
const secrets = { api_key: 'rnd_DemoKeyOfTheOtters00000000' }

export const demo: DemoVendor<RenderState> = {
  settings,
  secrets,
  initial: () => ({ services: sampleServices, deploys: sampleDeploys, jobs: sampleJobs, given: 0 }),
  answer,
  refuse: (status) =>
    status === 429
      ? answerRefusal(429, 'rate limit exceeded', {
          'retry-after': '12',
          'ratelimit-limit': '400',
          'ratelimit-remaining': '0',
          'ratelimit-reset': '12',
        })
      : answerRefusal(500, 'internal server error'),
}

function answer(state: RenderState, request: DemoRequest, clock: number): DemoAnswer<RenderState> {
  try {
    const given = route(state, request, clock)
    return 'state' in given ? given : { state, reply: given }
  } catch (error) {
    if (error instanceof Refusal) return { state, reply: answerRefusal(error.status, error.message) }
    throw error
  }
}

type Answer = VendorReply | DemoAnswer<RenderState>

function route(state: RenderState, { method, url: text, headers, body }: DemoRequest, clock: number): Answer {
  if (headers['authorization'] !== `Bearer ${secrets.api_key}`) throw new Refusal(401, 'Unauthorized')
  if (!/json|\*\/\*/.test(headers['accept'] ?? '*/*')) throw new Refusal(406, 'Not Acceptable')
  const url = new URL(text)
  const [, version, ...segments] = url.pathname.split('/').map(decodeSegment)
  const [kind, id = '', part, innerId = ''] = segments
  const shape = [version, kind, id && '{}', part, innerId && '{}'].filter(Boolean).join('/')
  const methods = ROUTES[segments.includes('') ? '' : shape]
  if (!methods) throw new Refusal(404, 'Not Found')
  const handle = methods[method]
  if (!handle) throw new Refusal(405, 'Method Not Allowed')
  return handle({ state, url, body, clock, id, innerId })
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new Refusal(404, 'Not Found')
  }
}

interface Asked {
  state: RenderState
  url: URL
  body: string | null
  clock: number
  id: string
  innerId: string
}

const ROUTES: Record<string, Partial<Record<DemoRequest['method'], (asked: Asked) => Answer>>> = {
  'v1/users': { GET: () => answerJson(200, user) },
  'v1/owners': { GET: ({ url }) => answerJson(200, showPage(url, 'owner', owners)) },
  'v1/services': {
    GET: ({ state, url }) => listServices(state, url),
    POST: ({ state, body, clock }) => createService(state, body, clock),
  },
  'v1/services/{}': {
    GET: ({ state, id }) => answerJson(200, findService(state, id)),
    DELETE: ({ state, id }) => ({
      state: removeService(state, id),
      reply: { status: 204, headers: {}, body: '' },
    }),
  },
  'v1/services/{}/deploys': {
    GET: ({ state, id, url }) => listDeploys(state, id, url),
    POST: ({ state, id, clock }) => addDeploy(state, id, clock),
  },
  'v1/services/{}/deploys/{}': { GET: ({ state, id, innerId }) => showDeploy(state, id, innerId) },
  'v1/services/{}/jobs': {
    GET: ({ state, id, url }) => listJobs(state, id, url),
    POST: ({ state, id, body, clock }) => addJob(state, id, body, clock),
  },
  'v1/services/{}/jobs/{}': { GET: ({ state, id, innerId }) => showJob(state, id, innerId) },
}
