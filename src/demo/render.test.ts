import { expect, test } from 'vitest'
import { formatJson, parseJson } from '../contract/value.ts'
import { demo } from './render.ts'
import { type RenderState } from './render/state.ts'
import { DEMO_CLOCK, type DemoRequest } from './vendor.ts'

const BASE = 'https://api.render.com/v1'
const authorization = `Bearer ${demo.secrets['api_key']}`

interface Row {
  cursor: string
  service: { id: string; name: string; type: string; createdAt: string }
  deploy: { id: string; status: string; commit: { message: string } | null }
  job: { id: string; status: string }
}

/** A session with the fake that keeps its state, as a tab does: through JSON. */
function open() {
  let state = demo.initial()
  const ask = (method: DemoRequest['method'], path: string, body?: unknown, headers = {}) => {
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
    const request = { method, url: BASE + path, headers: { authorization, ...headers }, body: text }
    const before = formatJson(state as never)
    const { state: after, reply } = demo.answer(state, request, DEMO_CLOCK)
    expect(formatJson(state as never)).toBe(before)
    state = JSON.parse(JSON.stringify(after)) as RenderState
    return { status: reply.status, body: reply.body ? (parseJson(reply.body) as unknown) : null }
  }
  const list = (path: string) => ask('GET', path).body as Row[]
  return { ask, list, names: (path: string) => list(path).map(({ service }) => service.name) }
}

const details = { runtime: 'node', envSpecificDetails: { buildCommand: 'b', startCommand: 's' } }
const OWNER = 'tea-ctq4m91u0jms73dcb2vg'
const wanted = {
  type: 'web_service',
  name: 'my-api',
  ownerId: OWNER,
  repo: 'https://github.com/a/b',
  serviceDetails: details,
}

test('a service is created, found, listed first, deployed, and gone after its end', () => {
  const { ask, list } = open()
  const { status, body } = ask('POST', '/services', wanted)
  const { service, deployId } = body as { service: Row['service']; deployId: string }
  expect(status).toBe(201)
  expect(service).toMatchObject({ name: 'my-api', branch: 'main', suspended: 'not_suspended', ownerId: OWNER })
  expect(ask('GET', `/services/${service.id}`)).toEqual({ status: 200, body: service })
  expect(list('/services')[0]!.service).toEqual(service)
  const [first] = list(`/services/${service.id}/deploys`)
  expect(first!.deploy).toMatchObject({ id: deployId, status: 'build_in_progress' })
  expect(ask('GET', `/services/${service.id}/deploys/${deployId}`).body).toEqual(first!.deploy)

  const again = ask('POST', `/services/${service.id}/deploys`, {})
  expect(again).toMatchObject({ status: 201, body: { commit: first!.deploy.commit, trigger: 'api' } })
  expect(list(`/services/${service.id}/deploys`)).toHaveLength(2)
  expect(ask('POST', `/services/${service.id}/jobs`, { startCommand: 'ls' })).toMatchObject({ status: 201 })
  const [job] = list(`/services/${service.id}/jobs`)
  expect(ask('GET', `/services/${service.id}/jobs/${job!.job.id}`).body).toEqual(job!.job)

  expect(ask('DELETE', `/services/${service.id}`)).toEqual({ status: 204, body: null })
  const gone = { status: 404, body: { message: `not found: ${service.id}` } }
  for (const rest of ['', '/deploys', `/deploys/${deployId}`, '/jobs']) {
    expect(ask('GET', `/services/${service.id}${rest}`)).toEqual(gone)
  }
  expect(ask('DELETE', `/services/${service.id}`)).toEqual(gone)
})

test('every id is given once, in the form of the vendor', () => {
  const { ask } = open()
  const ids = ['a', 'b'].flatMap((name) => {
    const { service, deployId } = ask('POST', '/services', { ...wanted, name }).body as {
      service: Row['service']
      deployId: string
    }
    return [service.id, deployId]
  })
  expect(new Set(ids).size).toBe(4)
  for (const id of ids) expect(id).toMatch(/^(srv|dep)-[0-9a-z]{20}$/)
  const cron = { ...wanted, type: 'cron_job', name: 'c', serviceDetails: { ...details, schedule: '0 6 * * *' } }
  expect(ask('POST', '/services', cron).body).toMatchObject({
    service: { id: expect.stringMatching(/^crn-/) as string },
  })
})

test('pages follow each other by the cursor of the last item, until an empty one', () => {
  const { list } = open()
  const whole = list('/services')
  expect(list('/services?limit=2')).toEqual(whole.slice(0, 2))
  expect(list(`/services?limit=2&cursor=${whole[1]!.cursor}`)).toEqual(whole.slice(2, 4))
  expect(list(`/services?cursor=${whole.at(-1)!.cursor}`)).toEqual([])
  const times = whole.map(({ service }) => service.createdAt)
  expect(times).toEqual(times.toSorted().reverse())
  expect(new Set(whole.map(({ cursor }) => cursor)).size).toBe(whole.length)
  for (const { cursor } of whole) expect(cursor).toMatch(/^[\w=-]{32}$/)
})

test.each<[string, string[]]>([
  ['name=otter-api', ['otter-api']],
  ['name=otter-api,otter-site', ['otter-site', 'otter-api']],
  ['name=otter-api%2Cotter-site', []],
  ['type=static_site,cron_job', ['nightly-report', 'otter-site']],
  ['env=docker', ['otter-search']],
  ['region=frankfurt', ['nightly-report']],
  ['suspended=suspended', ['field-notes']],
  ['environmentId=evm-d0pr0duct10n73env000', ['otter-api']],
  ['ownerId=usr-ctq4k2rv5a8s73bhd9e0', ['field-notes']],
  ['type=web_service&includePreviews=false', ['otter-api', 'field-notes']],
  ['createdBefore=2025-03-01T00:00:00Z', ['field-notes']],
  ['createdAfter=2026-01-01T00:00:00Z', ['otter-api PR #42']],
  ['updatedAfter=2026-01-15T00:00:00Z', ['thumbnail-worker', 'otter-api']],
  ['updatedBefore=2025-12-01T00:00:00Z', ['field-notes']],
])('services by %s', (query, names) => {
  expect(open().names(`/services?${query}`)).toEqual(names)
})

test.each<[string, string[]]>([
  ['status=live', ['dep-cabc12345678']],
  ['status=live&status=build_failed', ['dep-cabc12345678', 'dep-d5jf41l3d73bu1ld0000']],
  ['createdAfter=2026-01-15T10:00:00Z', ['dep-d5kbu1ld1ng73now0000']],
  ['finishedBefore=2026-01-10T00:00:00Z', ['dep-d5c0ldv3rs10n73a0000']],
])('deploys by %s', (query, ids) => {
  const rows = open().list(`/services/srv-cabc12345678/deploys?${query}`)
  expect(rows.map(({ deploy }) => deploy.id)).toEqual(ids)
})

test.each<[string, string[]]>([
  ['status=pending,running', ['job-d5kp3nd1ng73j0b00000', 'job-d5krunn1ng73j0b00000']],
  ['finishedAfter=2026-01-15T00:00:00Z', ['job-d5k5ucc33d3d73j0b000']],
  ['startedBefore=2026-01-15T00:00:00Z', ['job-d5jf41l3d73j0b000000']],
])('jobs by %s', (query, ids) => {
  const rows = open().list(`/services/srv-cabc12345678/jobs?${query}`)
  expect(rows.map(({ job }) => job.id)).toEqual(ids)
})

test.each<[string, DemoRequest['method'], string, unknown, object, number, string]>([
  ['no key', 'GET', '/users', undefined, { authorization: '' }, 401, 'Unauthorized'],
  ['a wrong key', 'GET', '/users', undefined, { authorization: 'Bearer rnd_x' }, 401, 'Unauthorized'],
  ['another form of answer', 'GET', '/users', undefined, { accept: 'text/xml' }, 406, 'Not Acceptable'],
  ['a path that is none', 'GET', '/deploys/dep-cabc12345678', undefined, {}, 404, 'Not Found'],
  ['an empty segment', 'GET', '/services/', undefined, {}, 404, 'Not Found'],
  ['a broken escape', 'GET', '/services/%zz', undefined, {}, 404, 'Not Found'],
  ['a wrong method', 'POST', '/users', {}, {}, 405, 'Method Not Allowed'],
  ['an encoded path as an id', 'GET', '/services/..%2Fowners', undefined, {}, 404, 'not found: ../owners'],
  [
    'a deploy of another service',
    'GET',
    '/services/srv-d0st4t1cs1te73otter0/deploys/dep-cabc12345678',
    undefined,
    {},
    404,
    'not found: dep-cabc12345678',
  ],
  ['a large page', 'GET', '/services?limit=101', undefined, {}, 400, 'invalid limit: must be between 1 and 100'],
  ['no page', 'GET', '/services?limit=0', undefined, {}, 400, 'invalid limit: must be between 1 and 100'],
  ['a cursor of nobody', 'GET', '/services?cursor=example_cursor', undefined, {}, 400, 'invalid cursor'],
  ['an unknown type', 'GET', '/services?type=database', undefined, {}, 400, 'invalid type: database'],
  ['a query that is no text', 'GET', '/services?name=%E0%A4%A', undefined, {}, 400, 'invalid query: %E0%A4%A'],
  [
    'the runtime of an image without one',
    'POST',
    '/services',
    { ...wanted, serviceDetails: { runtime: 'image' } },
    {},
    400,
    'image is required',
  ],
  ['a time that is none', 'GET', '/services?createdAfter=today', undefined, {}, 400, 'invalid createdAfter: today'],
  ['a body that is no JSON', 'POST', '/services', '{', {}, 400, 'invalid JSON'],
  ['no name', 'POST', '/services', { ...wanted, name: '' }, {}, 400, 'name is required'],
  ['an unknown workspace', 'POST', '/services', { ...wanted, ownerId: 'tea-1' }, {}, 400, 'invalid ownerId: tea-1'],
  ['no runtime', 'POST', '/services', { ...wanted, serviceDetails: {} }, {}, 400, 'runtime is required'],
  [
    'a start without a build',
    'POST',
    '/services',
    { ...wanted, serviceDetails: { runtime: 'go', envSpecificDetails: { startCommand: 's' } } },
    {},
    400,
    'buildCommand is required',
  ],
  ['no schedule', 'POST', '/services', { ...wanted, type: 'cron_job' }, {}, 400, 'schedule is required'],
  [
    'a free worker',
    'POST',
    '/services',
    { ...wanted, type: 'background_worker', serviceDetails: { ...details, plan: 'free' } },
    {},
    400,
    'invalid plan: free',
  ],
  ['nothing to run', 'POST', '/services', { ...wanted, repo: undefined }, {}, 400, 'repo or image is required'],
  [
    'a repository that is none',
    'POST',
    '/services',
    { ...wanted, repo: 'my-api' },
    {},
    400,
    'invalid or unfetchable repo: my-api',
  ],
  [
    'a variable that is no text',
    'POST',
    '/services',
    { ...wanted, envVars: [{ key: 'A', value: 1 }] },
    {},
    400,
    'invalid envVars: value must be a string',
  ],
  [
    'a name that is taken',
    'POST',
    '/services',
    { ...wanted, name: 'otter-api' },
    {},
    409,
    'name already in use: otter-api',
  ],
  [
    'a workspace that cannot pay',
    'POST',
    '/services',
    { ...wanted, ownerId: 'tea-cv83n1bqf0us73e1k4p0' },
    {},
    402,
    'Payment information is required to complete this request',
  ],
])('%s is refused', (_name, method, path, body, headers, status, message) => {
  expect(open().ask(method, path, body, headers)).toEqual({ status, body: { message } })
})

test('it refuses on demand as Render does', () => {
  expect(demo.refuse(429)).toMatchObject({ status: 429, headers: { 'retry-after': '12', 'ratelimit-remaining': '0' } })
  expect(demo.refuse(500)).toMatchObject({ status: 500, body: '{"message":"internal server error"}' })
})
